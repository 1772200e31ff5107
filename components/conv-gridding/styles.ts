import { css } from 'lit';

export const griddingStyles = css`
  :host {
    container-type: inline-size;
    background: var(--_background);
  }
  .lab,
  .panels,
  section,
  .rates {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-content: start;
  }
  .panels {
    gap: 1.5rem 2.5rem;
    margin-block-start: 0.5rem;
  }
  @container (min-width: 46rem) {
    .panels:has(section + section) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  p {
    margin: 0;
  }
  .controls,
  .dial,
  .presets,
  .layers,
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem;
  }
  .controls {
    gap: 0.6rem 2rem;
  }
  .dial > span,
  .legend,
  .note {
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .legend {
    gap: 0.25rem 0.9rem;
    font-variant-numeric: tabular-nums;
  }
  .key {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
  }
  .swatch {
    inline-size: 1rem;
    block-size: 1rem;
    border: 1px solid var(--_control-line);
    forced-color-adjust: none;
    overflow: hidden;
  }
  .hole path {
    stroke: var(--_muted);
    stroke-width: 1px;
  }
  .presets button {
    font-size: 0.875rem;
    padding-inline: 0.55rem;
    font-variant-numeric: tabular-nums;
  }
  .layers input {
    font: inherit;
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.5rem;
    min-block-size: 2.25rem;
    inline-size: 3rem;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .layers input[aria-invalid='true'] {
    border-color: var(--_warning);
    box-shadow: inset 0 0 0 1px var(--_warning);
  }
  .square {
    inline-size: 2.25rem;
    padding: 0;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.75rem;
    margin: 0;
  }
  dt {
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  dd b {
    font-size: 1.375rem;
    font-weight: 600;
    line-height: 1.3;
  }
  [part='map'] {
    border-radius: 0.25rem;
    overflow: hidden;
  }
  [part='map']:focus-visible {
    overflow: visible;
  }
  canvas {
    display: block;
    max-inline-size: 100%;
    touch-action: pan-y;
    cursor: crosshair;
  }
  .lead {
    max-inline-size: 62rem;
  }
  .lead,
  .sentence {
    text-wrap: pretty;
  }
  .scroll {
    overflow-x: auto;
    padding-block-end: 2px;
  }
  table {
    border-collapse: collapse;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
    color: var(--_muted);
    white-space: nowrap;
  }
  th,
  td {
    padding: 0.2rem 0.4rem;
    text-align: end;
    font-weight: 400;
    min-inline-size: 2rem;
  }
  th {
    color: var(--_muted);
  }
  th[scope='row'] {
    white-space: nowrap;
    text-align: start;
    padding-inline-start: 0;
    position: sticky;
    inset-inline-start: 0;
    background: var(--_background);
  }
  td {
    border-block-start: 1px solid var(--_line);
    font-weight: 600;
  }
  td.hole {
    color: var(--_muted);
    font-weight: 400;
    background: repeating-linear-gradient(
      135deg,
      transparent 0 4px,
      color-mix(in srgb, var(--_muted) 35%, transparent) 4px 5px
    );
  }
`;
