import { css } from 'lit';

/** The field over a cell that is being changed. */
export const editorStyles = css`
  .editor {
    position: absolute;
    z-index: 1;
  }
  .editor input {
    inline-size: 5.5rem;
    font: inherit;
    font-family: var(--_number-font, monospace);
    font-size: 0.875rem;
    text-align: center;
    color: var(--_ink);
    background: var(--_background);
    border: 2px solid var(--_accent);
    border-radius: 0.25rem;
    padding: 0 0.25rem;
  }
  /* As wide as its text where a browser can do that, so that the cells beside it stay in sight. */
  @supports (field-sizing: content) {
    .editor input {
      inline-size: auto;
      max-inline-size: 12rem;
      field-sizing: content;
    }
  }
  .editor p {
    margin: 0.125rem 0 0;
    padding: 0.125rem 0.375rem;
    max-inline-size: 16rem;
    inline-size: max-content;
    font-size: 0.8125rem;
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.25rem;
  }
  .editor p:empty {
    display: none;
  }
`;
