import { css } from 'lit';

export const receptiveFieldStyles = css`
  :host {
    container-type: inline-size;
    background: var(--_background);
  }
  .lab {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem 2.5rem;
  }
  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .work,
  .results {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-content: start;
  }
  @container (min-width: 60rem) {
    .lab {
      grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr);
      grid-template-rows: auto auto 1fr;
    }
    .presets {
      grid-column: 1 / -1;
    }
    .work,
    .results {
      grid-column: 1;
    }
    .stage {
      grid-column: 2;
      grid-row: 2 / span 2;
    }
  }
  p {
    margin: 0;
  }

  /* The list of the layers: a line each where there is room, else fields under each other. */
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 0.4rem;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
    position: relative;
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 0.3rem 0.4rem;
    padding-inline-start: 1.75rem;
  }
  legend {
    position: absolute;
    inset-inline-start: 0;
    inset-block-end: 0.4rem;
    padding: 0;
    font-weight: 600;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .kind {
    grid-column: 1 / span 2;
    grid-row: 1;
  }
  .buttons {
    display: flex;
    justify-content: end;
    align-items: end;
    gap: 0.2rem;
    grid-column: 3 / span 2;
    grid-row: 1;
  }
  .buttons button {
    inline-size: 2.25rem;
    padding: 0;
    border-color: transparent;
    background: none;
    color: var(--_muted);
  }
  .buttons button:hover:not(:disabled) {
    color: var(--_ink);
    border-color: var(--_accent);
  }
  .none {
    display: none;
  }
  .name {
    display: block;
    font-size: 0.75rem;
    color: var(--_muted);
    line-height: 1.2;
  }
  fieldset > label {
    display: flex;
    flex-direction: column;
    justify-content: end;
  }
  label select,
  label input {
    inline-size: 100%;
  }
  input[type='text'] {
    font: inherit;
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.5rem;
    min-block-size: 2.25rem;
    padding: 0.2rem 0.5rem;
    font-variant-numeric: tabular-nums;
  }
  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  input[aria-invalid='true'] {
    border-color: var(--_warning);
    box-shadow: inset 0 0 0 1px var(--_warning);
  }
  li .status {
    margin-block: 0.3rem 0.2rem;
    margin-inline-start: 1.75rem;
    font-size: 0.875rem;
  }
  .add {
    margin-block-start: 0.6rem;
    margin-inline-start: 1.75rem;
  }
  @container (min-width: 34rem) {
    fieldset {
      grid-template-columns: minmax(8.75rem, 1.6fr) repeat(4, minmax(2.5rem, 1fr)) auto;
      align-items: end;
    }
    ol:has([data-does='outputPadding']) fieldset {
      grid-template-columns: minmax(8.75rem, 1.6fr) repeat(5, minmax(2.5rem, 1fr)) auto;
    }
    .kind,
    .buttons {
      grid-column: auto;
      grid-row: auto;
    }
    ol:has([data-does='outputPadding']) .none {
      display: block;
      align-self: start;
    }
    /* The names stand once, over the first line, whose last one has the room above the buttons too. */
    .name {
      white-space: nowrap;
    }
    li:not(:first-child) .name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  .lines {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(7rem, 10rem);
    gap: 0.4rem;
    margin-inline-start: 1.75rem;
  }
  .lines .note,
  .lines .status {
    grid-column: 1 / -1;
  }
  .text input {
    font-family: var(--_number-font);
  }
  .note {
    font-size: 0.8125rem;
    color: var(--_muted);
  }

  /* The picture. */
  [part='picture'] {
    border-radius: 0.5rem;
    touch-action: pan-y;
  }
  svg {
    display: block;
    overflow: visible;
    max-inline-size: 100%;
    cursor: crosshair;
  }
  svg text {
    font-size: 0.875rem;
    fill: var(--_ink);
    paint-order: stroke;
    stroke: var(--_background);
    stroke-width: 5px;
    stroke-linejoin: round;
    pointer-events: none;
  }
  svg path {
    vector-effect: non-scaling-stroke;
  }
  .ground {
    fill: var(--_surface);
  }
  .rules {
    fill: none;
    stroke: var(--_line);
    stroke-width: 1px;
  }
  .border {
    fill: none;
    stroke: var(--_control-line);
    stroke-width: 1px;
  }
  .input {
    --lit: var(--_input);
  }
  .between {
    --lit: color-mix(in oklab, var(--_input), var(--_output));
  }
  .output {
    --lit: var(--_output);
  }
  .sheet .lit {
    fill: var(--lit);
    stroke: none;
  }
  .sheet .padding {
    fill: color-mix(in srgb, var(--_muted) 14%, transparent);
    stroke: var(--_muted);
    stroke-width: 1px;
    stroke-dasharray: 3 2;
  }
  .field path {
    fill: none;
    stroke: var(--_kernel);
    stroke-width: 2.5px;
    stroke-linecap: square;
  }
  .field .beyond {
    stroke-width: 1.5px;
    stroke-dasharray: 2 5;
  }
  .cone {
    fill: color-mix(in srgb, var(--_ink) 7%, transparent);
    stroke: color-mix(in srgb, var(--_ink) 30%, transparent);
    stroke-width: 1px;
    pointer-events: none;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    margin-block: 0.5rem;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .key::before {
    content: '';
    display: inline-block;
    inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline-end: 0.4em;
    vertical-align: -0.05em;
  }
  .key.lit::before {
    inline-size: 2.4em;
    background: linear-gradient(
      to right,
      var(--_input) 33%,
      color-mix(in oklab, var(--_input), var(--_output)) 33% 67%,
      var(--_output) 67%
    );
    forced-color-adjust: none;
  }
  .key.field::before {
    border: 2px solid var(--_kernel);
  }
  .key.padding::before {
    border: 1px dashed var(--_muted);
  }
  .sentence {
    margin-block-start: 0.5rem;
    text-wrap: pretty;
  }
  @media (forced-colors: active) {
    .sheet .lit {
      fill: Highlight;
    }
    .field path {
      stroke: CanvasText;
    }
  }
`;
