import { css } from 'lit';

export const checkerboardStyles = css`
  :host {
    container-type: inline-size;
    background: var(--_background);
  }
  .laboratory {
    display: grid;
    gap: 1.5rem 2.5rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .side,
  .main {
    display: grid;
    gap: 1.25rem;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 40rem) {
    .side {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 1.25rem 2.5rem;
    }
    .maps {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 66rem) {
    .laboratory {
      grid-template-columns: 23.5rem minmax(0, 1fr);
    }
    .side {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  h3 {
    margin: 0 0 0.25rem;
    font-size: 1rem;
    font-weight: 600;
  }
  p {
    margin: 0;
  }
  .controls {
    display: grid;
    gap: 0.75rem;
    align-content: start;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2.25rem;
    cursor: pointer;
  }
  .layers {
    display: flex;
    align-items: center;
    gap: 0.75rem;
  }
  .segmented label {
    min-inline-size: 2.5rem;
    justify-content: center;
  }
  .verdict {
    font-size: 1.25rem;
    line-height: 1.35;
    text-wrap: pretty;
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_output);
  }
  .verdict::first-letter {
    text-transform: uppercase;
  }
  .verdict.uneven {
    border-inline-start-color: var(--_kernel);
    border-inline-start-style: double;
  }
  .caption,
  .note,
  .text,
  .legend {
    color: var(--_muted);
    font-size: 0.875rem;
    text-wrap: pretty;
  }
  .note {
    max-inline-size: 60rem;
  }
  svg {
    display: block;
    print-color-adjust: exact;
  }
  svg.counts {
    max-inline-size: 100%;
    block-size: auto;
    margin-block-start: 0.5rem;
  }
  .counts .stamp {
    fill: color-mix(in srgb, var(--_kernel) 16%, transparent);
    stroke: var(--_kernel);
    stroke-width: 1;
  }
  .counts .tap {
    fill: var(--_kernel);
  }
  .counts .bar {
    fill: color-mix(in srgb, var(--_output) 45%, var(--_background));
  }
  .counts .bar.inside {
    fill: var(--_output);
  }
  .counts .floor {
    stroke: var(--_control-line);
  }
  svg text {
    text-anchor: middle;
    font-family: var(--_number-font, monospace);
    font-variant-numeric: tabular-nums;
    pointer-events: none;
  }
  .counts text {
    font-size: 12px;
    fill: var(--_ink);
  }
  .counts text.none {
    fill: var(--_warning);
    font-weight: 700;
  }
  .maps {
    display: grid;
    gap: 1.5rem 2rem;
  }
  figure {
    margin: 0;
    min-inline-size: 0;
    display: grid;
    gap: 0.6rem;
    align-content: start;
    justify-items: start;
  }
  .ratio {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .ratio b {
    color: var(--_ink);
    font-size: 1.25rem;
  }
  svg.cells {
    max-inline-size: 100%;
    block-size: auto;
    max-block-size: 34rem;
    forced-color-adjust: none;
  }
  .cells text {
    dominant-baseline: central;
  }
  @container (max-width: 32rem) {
    .dense text {
      display: none;
    }
  }
  .hole {
    stroke: var(--_warning);
    stroke-width: 1;
    stroke-dasharray: 2 2;
  }
  .interior {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.5;
    stroke-dasharray: 5 4;
  }
  .interior.under {
    stroke: var(--_background);
    stroke-width: 3;
    stroke-dasharray: none;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
  }
  .scale {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.6rem;
    font-variant-numeric: tabular-nums;
  }
  .swatch {
    display: inline-flex;
    align-items: center;
    gap: 0.3rem;
  }
  .swatch svg {
    forced-color-adjust: none;
    outline: 1px solid var(--_line);
  }
  .pairs table {
    border-collapse: separate;
    border-spacing: 2px;
    margin-inline-start: -2px;
    table-layout: fixed;
    inline-size: 100%;
    max-inline-size: 26rem;
  }
  .pairs th {
    font-weight: 400;
    font-size: 0.8125rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    padding: 0;
  }
  .pairs .axis-name {
    text-align: start;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .pairs td {
    padding: 0;
  }
  button.tile {
    position: relative;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.75rem;
    padding: 3px 0 1px;
    flex-direction: column;
    gap: 1px;
    border-radius: 0.375rem;
    border-color: var(--_line);
    font-size: 0.75rem;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
  }
  .tile svg {
    forced-color-adjust: none;
  }
  .tile.even {
    border-color: var(--_output);
    color: var(--_output);
    font-weight: 700;
  }
  .tile.uneven {
    color: var(--_muted);
  }
  button.tile[aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: 0 0 0 2px var(--_accent);
    color: var(--_ink);
  }
  @media (forced-colors: active) {
    button.tile[aria-pressed='true'] {
      outline: 3px solid Highlight;
    }
    .counts .bar {
      fill: CanvasText;
    }
  }
`;
