import { css } from 'lit';

export const codeStyles = css`
  :host {
    container-type: inline-size;
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem 1.5rem;
    align-items: start;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    min-inline-size: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.6rem;
  }
  .bar label {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    font-size: 0.875rem;
    color: var(--_muted);
    min-inline-size: 0;
  }
  .said {
    margin: 0;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  textarea {
    inline-size: 100%;
    padding: 0.5rem 0.6rem;
    font-family: var(--_number-font, monospace);
    font-size: 0.8125rem;
    line-height: 1.5;
    resize: vertical;
    tab-size: 4;
  }
  textarea[readonly] {
    background: var(--_surface);
    white-space: pre;
    overflow: auto;
    block-size: 18rem;
  }
  h3,
  h4 {
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
  }
  h4 {
    font-size: 0.875rem;
  }
  .help {
    margin: 0;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .verdict,
  .list {
    margin: 0;
    padding: 0.4rem 0.6rem;
    background: var(--_surface);
    font-size: 0.875rem;
    border-inline-start: 4px solid var(--_accent);
    overflow-wrap: anywhere;
  }
  .list ul {
    margin: 0.2rem 0 0;
    padding-inline-start: 1.1rem;
  }
  .answer {
    display: grid;
    gap: 0.4rem;
  }
  .warned {
    border-inline-start-color: var(--_warning);
  }
  @container (min-width: 52rem) {
    .panel {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`;
