import { css } from 'lit';

export const matrixStyles = css`
  :host {
    container-type: inline-size;
  }
  .matrix {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.625rem;
  }
  .head,
  .tools,
  .slot,
  .identity {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem 0.75rem;
    margin: 0;
  }
  h3 {
    font-size: 0.9375rem;
    font-weight: 600;
    margin: 0;
    padding-inline-start: 0.5rem;
    border-inline-start: 0.25rem solid var(--_kernel);
    line-height: 1.2;
  }
  .equation {
    font-family: var(--conv-math-font, 'STIX Two Math'), math, serif;
    font-size: 1.0625rem;
    font-style: italic;
  }
  .tools label {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .tools button,
  .slot button {
    min-block-size: 2.25rem;
    font-size: 0.9375rem;
  }
  .zoom {
    display: inline-flex;
    gap: 0.25rem;
  }
  .square {
    min-inline-size: 2.25rem;
  }
  .slot {
    font-size: 0.9375rem;
  }
  .maps {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-items: start;
  }
  @container (min-width: 40rem) {
    .maps.both {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  .view {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.625rem;
  }
  /* A tall sheet leaves room for the words at its right, and takes their height. */
  @container (min-width: 24rem) {
    .tall {
      --_height-of-words: var(--_matrix-beside, 7.5rem);
    }
    .beside > * {
      grid-area: 1 / 1;
    }
    .beside > .below {
      margin-inline-start: var(--_sheet);
      align-self: start;
      position: sticky;
      inset-block-start: 0;
      padding-block-start: 3rem;
      z-index: 1;
    }
  }
  .map {
    max-block-size: calc(var(--conv-matrix-height, min(75vh, 40rem)) + var(--_height-of-words, 0rem));
    overflow: hidden;
    cursor: crosshair;
    border-radius: 0.375rem;
  }
  canvas {
    display: block;
    font-family: var(--_number-font, monospace);
  }
  canvas[hidden] {
    display: none;
  }
  .sheet,
  .twin {
    inline-size: 100%;
  }
  .below {
    display: flex;
    flex-wrap: wrap-reverse;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }
  .words {
    flex: 1 1 18rem;
    min-inline-size: 0;
    display: grid;
    gap: 0.375rem;
    align-content: start;
  }
  .minimap {
    border: 1px solid var(--_line);
    cursor: pointer;
    touch-action: none;
  }
  .readout,
  .sentence,
  .formula,
  .note {
    margin: 0;
    max-inline-size: 80ch;
  }
  .readout {
    min-block-size: 1.45em;
    color: var(--_muted);
    font-size: 0.875rem;
  }
  .formula {
    font-family: var(--_number-font, monospace);
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
  }
  .note {
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .counters {
    --columns: 1;
    display: grid;
    grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    gap: 0.5rem 1.5rem;
    margin: 0;
  }
  @container (min-width: 17rem) {
    .counters {
      --columns: 2;
    }
  }
  @container (min-width: 38rem) {
    .counters {
      --columns: 4;
    }
  }
  .counters > div {
    border-block-start: 2px solid var(--_line);
    padding-block-start: 0.375rem;
    min-inline-size: 0;
  }
  dt,
  .unit {
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  dd {
    margin: 0;
  }
  .value {
    font-size: 1.25rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    font-size: 0.75rem;
    color: var(--_muted);
  }
  .scale {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
  }
  .scale .end {
    font-family: var(--_number-font, monospace);
  }
  .ramp {
    display: inline-flex;
    border: 1px solid var(--_line);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .ramp i {
    inline-size: 0.5rem;
    block-size: 0.625rem;
  }
  summary {
    cursor: pointer;
    min-block-size: 1.75rem;
    font-size: 0.9375rem;
  }
  .identity {
    gap: 0.375rem 1.5rem;
    font-family: var(--conv-math-font, 'STIX Two Math'), math, serif;
    font-size: 1.0625rem;
  }
`;

export const tableStyles = css`
  .scroller {
    overflow-x: auto;
    padding: 3px;
  }
  table {
    border-collapse: collapse;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
    color: var(--_muted);
    font-size: 0.8125rem;
    padding-block-end: 0.25rem;
  }
  th {
    text-align: start;
    font-weight: 400;
    color: var(--_muted);
    padding-inline-end: 0.75rem;
    white-space: nowrap;
  }
  td {
    text-align: end;
    padding: 0.125rem 0.5rem;
    font-family: var(--_number-font, monospace);
    white-space: nowrap;
  }
  .places td {
    color: var(--_muted);
    border-block-end: 1px solid var(--_line);
  }
  .products td {
    border-block-start: 1px solid var(--_line);
  }
  td.end {
    font-family: inherit;
    border-block-start-color: transparent;
  }
`;
