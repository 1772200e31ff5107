import { css } from 'lit';

export const shareStyles = css`
  :host {
    background: var(--_background);
  }
  .share {
    display: grid;
    gap: 0.9rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.3rem 0.6rem;
    align-items: end;
  }
  .row label {
    display: grid;
    gap: 0.2rem;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  textarea {
    font-family: ui-monospace, monospace;
    font-size: 0.8125rem;
    padding: 0.4rem 0.5rem;
    resize: vertical;
    inline-size: 100%;
  }
  .row button {
    min-inline-size: 7.5rem;
  }
  .note,
  .told {
    grid-column: 1 / -1;
    margin: 0;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .told:empty {
    display: none;
  }
  fieldset {
    margin: 0;
    padding: 0.5rem 0.75rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: 0.5rem;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
    gap: 0.35rem 1rem;
  }
  fieldset label {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 1.75rem;
    font-size: 0.875rem;
  }
  .preview {
    grid-column: 1 / -1;
    color: var(--_accent);
  }
  .code {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem;
  }
  .code svg {
    inline-size: 9rem;
  }
  /* Cameras want dark on light, whatever the theme or the system's colours are. */
  svg {
    block-size: auto;
    background: #fff;
    fill: #000;
    forced-color-adjust: none;
    shape-rendering: crispEdges;
  }
  dialog {
    border: 0;
    padding: 1rem;
    max-inline-size: 100vw;
    max-block-size: 100vh;
    inline-size: 100vw;
    block-size: 100vh;
    box-sizing: border-box;
    background: #fff;
    color: #000;
  }
  dialog[open] {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto auto;
    gap: 0.75rem;
    justify-items: center;
  }
  dialog svg {
    block-size: 100%;
    inline-size: 100%;
    min-block-size: 0;
  }
  dialog p {
    margin: 0;
    overflow-wrap: anywhere;
    max-block-size: 4.5rem;
    overflow: auto;
  }
`;
