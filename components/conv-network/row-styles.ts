import { css } from 'lit';

/** The chosen row, its exchange and its figure; a network of the reader's own. */
export const rowStyles = css`
  /* The chosen row. */
  .row,
  .figure,
  .swap,
  .own {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
  }
  .swap {
    gap: 0.25rem;
  }
  .swap .effect {
    margin-block-start: 0.5rem;
  }
  h3,
  h4 {
    margin: 0;
    font-size: 1.0625rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  h4 {
    font-size: 0.875rem;
  }
  .row dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: 0.5rem 1.5rem;
    margin: 0;
  }
  .row dd {
    overflow-wrap: anywhere;
  }
  .names {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }
  .names button {
    min-block-size: 1.75rem;
    padding: 0.1rem 0.5rem;
    font-size: 0.875rem;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .notes {
    display: grid;
    gap: 0.35rem;
    padding: 0.6rem 0.9rem;
    background: var(--_surface);
    border-inline-start: 4px solid var(--_accent);
    max-inline-size: 90ch;
  }
  .row a {
    color: var(--_accent);
  }
  .row .tools a {
    align-self: center;
  }

  /* A network of the reader's own. */
  .own .status,
  .own .notes {
    margin-block-start: 0.6rem;
  }
  .own ul {
    margin: 0;
    padding-inline-start: 1.2rem;
  }
  .own li {
    overflow-wrap: anywhere;
  }
  .own input[type='text'] {
    font: inherit;
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.5rem;
    min-block-size: 2.25rem;
    padding: 0.2rem 0.6rem;
  }
  .own input[aria-invalid='true'] {
    border-color: var(--_warning);
    box-shadow: inset 0 0 0 1px var(--_warning);
  }
  .file {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 2.25rem;
    padding: 0.25rem 0.65rem;
    border: 1px solid var(--_control-line);
    border-radius: 0.5rem;
    cursor: pointer;
  }
  .file input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: inherit;
  }
  .file:hover {
    border-color: var(--_accent);
  }
  .file:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .examples {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
  }
`;
