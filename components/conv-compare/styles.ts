import { css } from 'lit';

/** Input at the left, one bench below the other, the bars at the right; one column where that does not fit. */
export const compareStyles = css`
  :host {
    container-type: inline-size;
  }
  .columns,
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem 1.5rem;
    align-items: start;
  }
  ::slotted(conv-lab) {
    min-inline-size: 0;
  }
  .stage {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem 1.75rem;
    align-items: start;
    border-radius: 0.25rem;
  }
  .benches {
    flex: 1 1 20rem;
    min-inline-size: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  h3 {
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
  }
  .lab h3 {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .lab + .lab {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.75rem;
  }
  .letter {
    --line: solid;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    display: inline-grid;
    place-items: center;
    font-size: 0.8125rem;
    border: 2px var(--line) var(--mark);
    border-radius: 0.25rem;
  }
  [data-lab='0'] {
    --mark: var(--_accent);
  }
  [data-lab='1'] {
    --mark: var(--_bias);
    --line: dashed;
  }
  [data-lab='2'] {
    --mark: var(--_output);
    --line: dotted;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 2rem;
    align-items: start;
    margin-block-start: 0.4rem;
  }
  .step {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .caption,
  .note {
    margin: 0 0 0.25rem;
    font-size: 0.8125rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
  }
  th,
  td {
    padding: 1px 3px;
    font-weight: 400;
    font-size: 0.75rem;
    color: var(--_muted);
  }
  thead th {
    padding-block-end: 5px;
  }
  .face {
    padding: 2px;
    inline-size: max-content;
    margin-inline: auto;
  }
  .face.window {
    border-radius: 0.25rem;
    box-shadow: inset 0 0 0 2px var(--_input);
  }
  .not-read {
    background: repeating-linear-gradient(135deg, transparent 0 5px, var(--_line) 5px 6px) content-box;
  }
  .more {
    font-size: 0.75rem;
    white-space: nowrap;
  }
  .result {
    white-space: nowrap;
    padding-inline-start: 0.6rem;
    border-inline-start: 2px solid var(--_output);
  }
  .result .value {
    display: inline-block;
    min-inline-size: 3.5ch;
    text-align: end;
    font: 600 0.9375rem/1 var(--_number-font, monospace);
    color: var(--_ink);
  }
  .map {
    margin-inline-start: 0.5rem;
    vertical-align: middle;
    image-rendering: pixelated;
    outline: 1px solid var(--_control-line);
    print-color-adjust: exact;
  }
  .sheets {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }
  .sheet {
    position: relative;
  }
  .sheet-map {
    inline-size: 100%;
    block-size: 100%;
    image-rendering: pixelated;
    print-color-adjust: exact;
  }
  .frames {
    position: absolute;
    inset: 0;
    overflow: visible;
  }
  .frame .casing {
    fill: none;
    stroke: var(--_background);
    stroke-width: 5;
  }
  .frame .line {
    fill: none;
    stroke: var(--mark);
    stroke-width: 2.5;
  }
  .frame .dot {
    fill: var(--mark);
    stroke: var(--_background);
    stroke-width: 1;
  }
  .frame[data-lab='1'] .line {
    stroke-dasharray: 6 4;
  }
  .frame[data-lab='2'] .line {
    stroke-dasharray: 2 3;
  }
  .sentence,
  .rule,
  .fit p {
    margin: 0;
    max-inline-size: 75ch;
  }
  .sentence {
    min-block-size: 1.45em;
  }
  .rule {
    min-block-size: 1.45em;
    margin-block-start: 0.5rem;
    font-variant-numeric: tabular-nums;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .bar label {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .play {
    min-inline-size: 5.75rem;
  }
  .scrub {
    flex: 1 1 10rem;
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-inline-size: 0;
  }
  .where {
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
    font-size: 0.875rem;
    white-space: nowrap;
  }
  .charts {
    display: grid;
    gap: 0.9rem 2rem;
    grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
    margin-block: 0.5rem;
  }
  .chart h4 {
    margin: 0 0 0.3rem;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--_muted);
  }
  .bars .bar {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.75rem;
    font-size: 0.875rem;
    margin-block-end: 0.4rem;
  }
  .bars .value {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    order: 1;
  }
  .bars .track {
    order: 2;
    grid-column: 1 / -1;
    block-size: 0.8rem;
  }
  .bars .terms {
    order: 3;
    grid-column: 1 / -1;
    font-size: 0.8125rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .bars svg {
    display: block;
    overflow: visible;
    inline-size: 100%;
    block-size: 100%;
  }
  .whole {
    fill: none;
    stroke: var(--_control-line);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }
  .spent {
    fill: var(--_accent);
    print-color-adjust: exact;
  }
  .spent:nth-of-type(even) {
    fill: color-mix(in srgb, var(--_accent) 55%, var(--_background));
  }
  .fit {
    display: grid;
    gap: 0.4rem;
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.75rem;
  }
  .try {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
  }
  .try label {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    font-size: 0.9375rem;
  }
  .try input {
    inline-size: 5rem;
    padding-inline: 0.4rem;
  }
  @container (min-width: 40rem) {
    .sheets {
      flex-direction: column;
    }
  }
  @container (min-width: 64rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr) 22rem;
    }
    .charts {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .spent {
      fill: CanvasText;
    }
    .whole {
      stroke: CanvasText;
    }
    .frames {
      forced-color-adjust: none;
    }
    .spent:nth-of-type(even) {
      fill: GrayText;
    }
  }
`;
