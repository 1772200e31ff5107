import { css } from 'lit';

export const controlsStyles = css`
  .field {
    margin-block-end: 0.6rem;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  .slider,
  .row {
    display: grid;
    grid-template-columns: minmax(4.5rem, 7rem) minmax(3rem, 1fr) 4rem;
    gap: 0.5rem;
    align-items: center;
  }
  .row {
    grid-template-columns: minmax(4.5rem, 7rem) minmax(0, 1fr);
  }
  .slider input[type='number'],
  .sides input {
    inline-size: 100%;
    padding-inline: 0.4rem;
    font-variant-numeric: tabular-nums;
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 0.4rem;
    margin-block-start: 0.35rem;
  }
  .sides label {
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .flag {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-block-size: 2.25rem;
  }
  .square {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    font-size: 0.8125rem;
    color: var(--_muted);
    min-block-size: 1.5rem;
  }
  details {
    border-block-start: 1px solid var(--_line);
    padding-block: 0.25rem;
  }
  summary {
    cursor: pointer;
    padding-block: 0.4rem;
    color: var(--_accent);
  }
  .problem {
    margin: 0.3rem 0 0;
    padding: 0.4rem 0.6rem;
    border-inline-start: 4px solid var(--_warning);
    background: var(--_surface);
    font-size: 0.875rem;
  }
  .stays {
    margin: 0.4rem 0 0;
    font-size: 0.875rem;
    color: var(--_muted);
  }
`;
