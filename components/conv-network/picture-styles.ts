import { css } from 'lit';

/** Bars, legend, treemap, flow, scatter, training curves. */
export const pictureStyles = css`
  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .content svg,
  .content canvas {
    display: block;
    max-inline-size: 100%;
  }
  .content svg text {
    font-family: inherit;
    fill: var(--_ink);
    font-variant-numeric: tabular-nums;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    font-size: 0.8125rem;
    color: var(--_muted);
  }

  /* Bars by kind. */
  .bar {
    display: grid;
    gap: 0.2rem;
    margin-block-end: 0.75rem;
  }
  .track {
    display: flex;
    block-size: 2.5rem;
    gap: 2px;
    border-radius: 0.35rem;
    overflow: hidden;
  }
  .piece {
    flex-basis: 0;
    min-inline-size: 2px;
    display: flex;
    align-items: center;
    justify-content: center;
    overflow: hidden;
    background: color-mix(in oklab, var(--kind) 30%, var(--_background));
    border-block-end: 6px solid var(--kind);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
    forced-color-adjust: none;
    transition: flex-grow 250ms;
  }
  @media (prefers-reduced-motion: reduce) {
    .piece {
      transition: none;
    }
  }
  .shares td {
    text-align: end;
    block-size: 2rem;
  }
  .shares thead th {
    text-align: end;
    color: var(--_muted);
  }
  .shares thead th:first-child {
    text-align: start;
  }
  .shares tbody :is(th, td) {
    border-block-start: 1px solid var(--_line);
  }

  /* Treemap. */
  .tile {
    cursor: pointer;
  }
  .tile rect {
    fill: color-mix(in oklab, var(--kind) 26%, var(--_background));
    stroke: var(--kind);
    stroke-width: 1px;
    forced-color-adjust: none;
  }
  .tile:hover rect {
    fill: color-mix(in oklab, var(--kind) 42%, var(--_background));
  }
  .tile .frame,
  .tile:hover .frame {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 3px;
  }
  .tile text {
    pointer-events: none;
  }

  /* Flow. */
  .flow {
    overflow-y: auto;
    border: 1px solid var(--_line);
    border-radius: 0.5rem;
    overscroll-behavior: contain;
  }
  .flow canvas {
    position: sticky;
    inset-block-start: 0;
    cursor: pointer;
  }
  .sentence {
    min-block-size: 1.45em;
    font-size: 0.875rem;
    color: var(--_muted);
  }

  /* Scatter. */
  .rule {
    fill: none;
    stroke: var(--_line);
    stroke-width: 1px;
  }
  .content svg .tick {
    fill: var(--_muted);
  }
  .point circle {
    fill: color-mix(in oklab, var(--_accent) 55%, var(--_background));
    stroke: var(--_accent);
    stroke-width: 1.5px;
  }
  .point.now circle {
    fill: var(--_kernel);
    stroke: var(--_ink);
  }
  .point text {
    paint-order: stroke;
    stroke: var(--_background);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .point.now text {
    font-weight: 600;
  }
  .leader {
    stroke: var(--_control-line);
    stroke-width: 1px;
  }
  .content table :is(th, td) {
    block-size: 2rem;
  }
  .content tbody :is(th, td) {
    border-block-start: 1px solid var(--_line);
  }
  .content thead th {
    color: var(--_muted);
  }
  .content tr.chosen th {
    font-weight: 600;
  }

  /* Training curves. */
  .series {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 1.25rem;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .series label {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-block-size: 2.25rem;
    font-size: 0.875rem;
  }
  .series .sample {
    inline-size: 1.75rem;
    block-size: 0.65rem;
  }
  [data-run='standard'] {
    --run: var(--standard);
  }
  [data-run='separable'] {
    --run: var(--separable);
  }
  .curves {
    display: flex;
    flex-wrap: wrap;
    gap: 1.5rem;
    border-radius: 0.25rem;
  }
  .chart {
    touch-action: pan-y;
    cursor: crosshair;
  }
  .chart .ground {
    fill: transparent;
  }
  .chart .title {
    font-weight: 600;
  }
  .content svg .tick.now {
    fill: var(--_ink);
    font-weight: 600;
  }
  .training,
  .validation {
    fill: none;
    stroke: var(--run);
    stroke-width: 2px;
    stroke-linejoin: round;
  }
  .training {
    stroke-dasharray: 4 4;
  }
  .chart circle {
    fill: var(--_background);
    stroke: var(--run);
    stroke-width: 2px;
  }
  .cursor {
    stroke: var(--_control-line);
    stroke-width: 1px;
  }
  .epoch {
    max-inline-size: 26rem;
  }
  .epoch-numbers {
    inline-size: auto;
    justify-self: start;
  }
`;
