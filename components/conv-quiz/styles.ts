import { css } from 'lit';

export const quizStyles = css`
  :host {
    margin-block: 1em;
    max-inline-size: 36rem;
    /* As large as the prose around it; on a slide all else goes with it. */
    font-size: var(--conv-font-size, inherit);
  }
  .card {
    padding: 0.75em 1em 0.9em;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_accent);
    border-radius: 0.5em;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    /* Or WebKit drops the margin below the question. */
    display: flow-root;
    padding: 0;
    inline-size: 100%;
  }
  ::slotted(p) {
    margin-block: 0.15em 0.5em !important;
  }
  .kicker {
    font-size: 0.875em;
    font-weight: 600;
    color: var(--_accent);
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .options label {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-block-size: var(--_target, 2.75em);
    padding: 0.3em 0.9em 0.3em 0.7em;
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.5em;
    cursor: pointer;
    font-variant-numeric: tabular-nums;
  }
  .options label:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .options label:has(:disabled) {
    cursor: default;
  }
  .options label.right {
    border-color: var(--_output);
    box-shadow: inset 0 0 0 2px var(--_output);
  }
  .mark {
    color: var(--_output);
    font-weight: 700;
  }
  .options label:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  input[type='radio'] {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
    margin: 0;
    accent-color: var(--_accent);
    outline: none;
  }
  .numbers {
    display: inline-table;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .numbers > span {
    display: table-row;
  }
  .numbers > span > span {
    display: table-cell;
    padding-inline: 0.3em;
  }
  .typed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em;
  }
  .typed input {
    font: inherit;
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.5em;
    min-block-size: 2.75em;
    inline-size: 10em;
    max-inline-size: 100%;
    padding-inline: 0.6em;
  }
  .size {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em 1.5em;
  }
  .stepper {
    display: grid;
    grid-template-columns: 5em 2.75em 4em 2.75em;
    align-items: center;
    gap: 0.35em;
    margin-block-end: 0.35em;
  }
  .stepper :is(button, input) {
    min-block-size: 2.75em;
  }
  .stepper input {
    text-align: center;
    inline-size: 100%;
  }
  .extent rect {
    fill: color-mix(in srgb, var(--_output) 22%, var(--_background));
    stroke: var(--_output);
  }
  .help {
    margin: 0.25em 0;
    font-size: 0.9375em;
    color: var(--_muted);
  }
  .scroll {
    overflow-x: auto;
    padding: 4px;
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  td {
    inline-size: var(--_target, 2.75em);
    min-inline-size: 2em;
    block-size: var(--_target, 2.75em);
    padding: 0;
    text-align: center;
    background: var(--_background);
    border: 1px solid var(--_control-line);
    cursor: pointer;
    user-select: none;
  }
  td[aria-selected='true'] {
    background: color-mix(in srgb, var(--_accent) 24%, var(--_background));
    box-shadow: inset 0 0 0 3px var(--_accent);
    font-weight: 700;
  }
  .letter {
    white-space: nowrap;
  }
  .matrix {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
  }
  /* High ones stand side by side, wide ones below them. */
  .options label:has(.matrix) {
    gap: 0.3em;
    padding-inline: 0.35em;
  }
  .options label:has(.wide) {
    order: 1;
  }
  .matrix .ground {
    fill: var(--_background);
    stroke: var(--_control-line);
  }
  .matrix .entry {
    fill: var(--_input);
  }
  .matrix .negative {
    fill: var(--_kernel);
  }
  .matrix text {
    font-size: 8px;
    fill: var(--_ink);
    text-anchor: middle;
    dominant-baseline: central;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 0.75em;
  }
  .actions button {
    min-block-size: 2.75em;
  }
  /* It takes the focus from the button that has gone; nothing can be done with it. */
  .verdict:focus {
    outline: none;
  }
  .verdict {
    margin: 0;
    border-radius: 0.25em;
  }
  .verdict:not(:empty):is(.wrong, .choose, .right, .shown) {
    margin-block-start: 0.75em;
    padding-inline-start: 0.75em;
    border-inline-start: 4px solid var(--_control-line);
  }
  .verdict.wrong {
    border-inline-start-color: var(--_warning) !important;
  }
  .verdict.right {
    border-inline-start-color: var(--_output) !important;
  }
  .verdict.wrong strong {
    color: var(--_warning);
  }
  .verdict.right strong {
    color: var(--_output);
  }
  .reveal {
    margin-block-start: 0.5em;
  }
  @media (forced-colors: active) {
    td[aria-selected='true'],
    .options label:has(:checked) {
      outline: 2px solid Highlight;
    }
  }

  /* On paper a question is to be answered by hand, whatever was answered on the screen: fields are empty, and nothing is marked. */
  @media print {
    .actions,
    .verdict,
    .reveal,
    .help,
    .mark,
    .extent,
    .stepper button {
      display: none;
    }
    .card {
      background: none;
    }
    input {
      color: transparent !important;
    }
    input[type='number'] {
      appearance: textfield;
    }
    .stepper {
      display: inline-grid;
      grid-template-columns: auto 5em;
      gap: 0.6em;
      margin-inline-end: 1.5em;
    }
    input[type='radio'] {
      appearance: none;
      border: 1px solid var(--_control-line);
      border-radius: 50%;
    }
    .options label:is(.right, :has(:checked)) {
      border-color: var(--_control-line);
      box-shadow: none;
    }
    td[aria-selected='true'] {
      background: none;
      box-shadow: none;
      font-weight: inherit;
    }
  }
`;
