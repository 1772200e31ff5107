import { css } from 'lit';

/** What stands around the figures; the figures have a sheet of their own. */
export const speedStyles = css`
  :host {
    container-type: inline-size;
    background: var(--_background);
    --_base: var(--_input);
    --_other: var(--_kernel);
    --_aside: var(--_muted);
    --_part-compute: var(--_output);
    --_part-memory: var(--_input);
    --_part-launch: var(--_kernel);
    --_part-rest: color-mix(in srgb, var(--_muted) 55%, var(--_background));
  }
  .laboratory,
  .results {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  .results {
    gap: 2rem 3rem;
    margin-block-start: 0.75rem;
  }
  h3,
  h4,
  p,
  figure,
  ul {
    margin: 0;
  }
  h3 {
    font-size: 1.125rem;
    line-height: 1.3;
  }
  h4 {
    font-size: 0.875rem;
    font-weight: 400;
    color: var(--_muted);
  }
  .question,
  .why,
  .note {
    text-wrap: pretty;
    max-inline-size: 62rem;
  }
  .note,
  .now,
  .honest li,
  .told {
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .from-link {
    padding: 0.5rem 0.8rem;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_surface);
  }

  /* What is measured. */
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.9rem 2rem;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  .set span,
  .dial > span,
  legend,
  .knobs label span,
  .paste label span,
  .device span {
    display: block;
    font-size: 0.875rem;
    color: var(--_muted);
    padding: 0;
    margin-block-end: 0.25rem;
  }
  .set {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.1rem;
  }
  .ways label {
    display: inline-flex;
    align-items: center;
    gap: 0.45rem;
    min-block-size: 2.25rem;
  }
  .segmented legend {
    margin: -1px;
  }
  .knobs {
    inline-size: 100%;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
    gap: 0.6rem 0.9rem;
    align-items: end;
    max-inline-size: 70rem;
  }
  .knobs legend {
    grid-column: 1 / -1;
  }
  .knobs input {
    inline-size: 100%;
    padding-inline: 0.5rem;
    font-variant-numeric: tabular-nums;
  }
  input[aria-invalid='true'] {
    border-color: var(--_warning);
    box-shadow: inset 0 0 0 1px var(--_warning);
  }
  .problems {
    inline-size: 100%;
  }
  .problems:not(:has(p)) {
    display: none;
  }

  /* The run. */
  .run {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6rem 1rem;
    min-block-size: 3rem;
  }
  .run > button {
    min-block-size: 2.75rem;
    padding-inline: 1.25rem;
    font-weight: 600;
  }
  .run .status {
    inline-size: 100%;
  }
  .bar {
    flex: 1;
    min-inline-size: 12rem;
    max-inline-size: 40rem;
  }
  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.6rem;
    appearance: none;
    border: 0;
    border-radius: 0.3rem;
    overflow: hidden;
    background: var(--_line);
  }
  progress::-webkit-progress-bar {
    background: var(--_line);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  .now {
    font-variant-numeric: tabular-nums;
    margin-block-start: 0.2rem;
  }

  /* The answer. */
  .verdict {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem 2.5rem;
    padding-block: 1.25rem;
    border-block: 1px solid var(--_line);
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 1.1rem;
    line-height: 1.05;
    font-variant-numeric: tabular-nums;
  }
  .numbers > span > span {
    display: block;
    font-size: 0.9375rem;
    line-height: 1.4;
    color: var(--_muted);
  }
  .numbers b {
    font-size: clamp(2.5rem, 7cqi, 4.5rem);
    font-weight: 700;
    letter-spacing: -0.03em;
  }
  .counted b {
    color: var(--_base);
  }
  .measured b {
    color: var(--_other);
  }
  .arrow {
    font-size: clamp(1.75rem, 4cqi, 2.75rem);
    color: var(--_muted);
  }
  .verdict h3 {
    font-size: 1.375rem;
    text-wrap: balance;
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.4rem;
    align-content: start;
  }
  .part-row {
    display: grid;
    grid-template-columns: minmax(6rem, 9.5rem) minmax(0, 1fr) 4.75rem;
    gap: 0.6rem;
    align-items: center;
    font-size: 0.9375rem;
  }
  .part-row .value {
    font-variant-numeric: tabular-nums;
  }
  .stack {
    display: block;
    inline-size: 100%;
    block-size: 1.6rem;
  }
  .piece {
    forced-color-adjust: none;
    stroke: var(--_background);
    stroke-width: 1px;
    vector-effect: non-scaling-stroke;
  }
  .piece.compute {
    fill: var(--_part-compute);
    background: var(--_part-compute);
  }
  .piece.memory {
    fill: var(--_part-memory);
    background: var(--_part-memory);
  }
  .piece.launch {
    fill: var(--_part-launch);
    background: var(--_part-launch);
  }
  .piece.rest {
    fill: var(--_part-rest);
    background: var(--_part-rest);
  }
  .parts table {
    display: table;
    inline-size: auto;
    font-size: 0.8125rem;
  }
  .parts th,
  .parts td {
    border: 0;
    padding: 0.1rem min(0.9rem, 2cqi) 0.1rem 0;
    color: var(--_muted);
    white-space: normal;
    vertical-align: baseline;
  }
  .parts td span {
    white-space: nowrap;
  }
  .parts th[scope='row'] {
    inline-size: min(14rem, 30cqi);
    text-align: start;
  }
  .parts .key {
    display: flex;
    position: static;
    font-weight: 400;
    white-space: normal;
  }
  @container (max-width: 34rem) {
    .parts td span {
      display: block;
    }
  }
  @container (min-width: 64rem) {
    .verdict {
      grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
    }
    .verdict > * {
      grid-column: 1;
    }
    .verdict .parts {
      grid-column: 2;
      grid-row: 1 / span 3;
      align-self: center;
    }
  }
  .honest ul {
    padding-inline-start: 1.1rem;
    max-inline-size: 62rem;
  }
  .honest h3 {
    font-size: 0.9375rem;
  }
  .honest .warning {
    color: var(--_warning);
  }

  @media print {
    .controls,
    .run,
    .take,
    .paste,
    .shown {
      display: none;
    }
  }
`;
