import { css } from 'lit';

/** Type, focus rings and form controls; every element begins with them. */
export const baseStyles = css`
  :host {
    display: block;
    font-family: var(--_font, system-ui, sans-serif);
    font-size: var(--conv-font-size, 1rem);
    line-height: 1.45;
    text-align: start;
    text-indent: 0;
    color: var(--_ink);
    box-sizing: border-box;
    min-inline-size: 0;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** Buttons, selects, ranges and number boxes, all at least 2.25rem high so that a finger hits them. */
export const controlStyles = css`
  button,
  select,
  textarea,
  input[type='number'] {
    font: inherit;
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.5rem;
    min-block-size: 2.25rem;
  }
  button {
    cursor: pointer;
    padding: 0.25rem 0.65rem;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4rem;
  }
  button:hover:not(:disabled) {
    border-color: var(--_accent);
    background: var(--_surface);
  }
  button:disabled {
    color: var(--_muted);
    cursor: default;
    opacity: 0.6;
  }
  button.primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  button.primary:hover:not(:disabled) {
    background: var(--_accent);
    filter: brightness(1.08);
  }
  button[aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  select {
    padding: 0.2rem 0.4rem;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  input[type='range'] {
    accent-color: var(--_accent);
    inline-size: 100%;
    min-block-size: 1.75rem;
    margin: 0;
  }
  input[type='checkbox'] {
    accent-color: var(--_accent);
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
  }
  svg.icon {
    inline-size: 1.15em;
    block-size: 1.15em;
    fill: currentColor;
    flex: none;
  }
`;
