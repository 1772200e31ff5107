import { css } from 'lit';

/** The axes: cells, padding, windows, and the canvas of a transposed convolution. */
export const drawingStyles = css`
  svg {
    display: block;
    flex: none;
    overflow: visible;
    print-color-adjust: exact;
  }
  .cell {
    fill: color-mix(in srgb, var(--_input) 26%, var(--_background));
    stroke: var(--_input);
  }
  .padding {
    fill: none;
    stroke: var(--_control-line);
    stroke-dasharray: 2 2;
  }
  rect.unread {
    fill: var(--_background);
    stroke: var(--_warning);
  }
  .hatch {
    fill: none;
    stroke: var(--_warning);
    stroke-width: 1.25;
  }
  .window {
    fill: color-mix(in srgb, var(--_kernel) 14%, transparent);
    stroke: var(--_kernel);
  }
  .tap {
    fill: var(--_kernel);
  }
  svg text {
    text-anchor: middle;
    dominant-baseline: central;
    font-family: var(--_number-font, monospace);
    font-size: 12px;
    fill: var(--_ink);
  }
  .kept {
    stroke: var(--_output);
  }
  rect.kept {
    fill: color-mix(in srgb, var(--_output) 16%, var(--_background));
  }
  rect.uncovered {
    fill: var(--_output);
    stroke: var(--_output);
    stroke-width: 2;
  }
  rect.cropped {
    fill: none;
    stroke: var(--_line);
  }
  rect.beyond {
    fill: none;
    stroke: var(--_warning);
    stroke-width: 2;
    stroke-dasharray: 3 2;
  }
  svg text.kept,
  svg text.uncovered,
  svg text.beyond,
  svg text.cropped {
    stroke: none;
  }
  svg text.uncovered {
    fill: var(--_background);
    font-weight: 700;
  }
  svg text.beyond {
    fill: var(--_warning);
    font-weight: 700;
  }
  svg text.cropped {
    fill: var(--_muted);
  }
  .strike {
    stroke: var(--_muted);
    stroke-width: 1.25;
  }
`;

export const paddingTableStyles = css`
  :host {
    container-type: inline-size;
    background: var(--_background);
  }
  .laboratory {
    display: grid;
    gap: 2rem;
    grid-template-columns: minmax(0, 1fr);
  }
  section {
    min-inline-size: 0;
  }
  h3 {
    margin: 0 0 0.4rem;
    font-size: 1.125rem;
  }
  h4,
  h5 {
    margin: 0;
    font-size: 1rem;
  }
  p {
    margin: 0;
  }
  .controls {
    display: grid;
    gap: 0.5rem 1.25rem;
    grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 100%), 1fr));
  }
  .verdict {
    font-size: 1.125rem;
    line-height: 1.4;
    max-inline-size: 60rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_output);
    text-wrap: pretty;
  }
  .verdict.differs {
    border-inline-start-style: double;
    border-inline-start-color: var(--_kernel);
  }
  .text {
    max-inline-size: 60rem;
    text-wrap: pretty;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1.25rem;
    margin-block: 0.75rem;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
  }
  .crop-head {
    display: grid;
    gap: 0.25rem 2rem;
    align-items: end;
    margin-block-start: 0.75rem;
  }
  @container (min-width: 44rem) {
    .crop-head {
      grid-template-columns: 14rem 1fr;
    }
  }
  .scroll {
    position: relative;
    overflow-x: auto;
    border-block: 1px solid var(--_line);
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    min-inline-size: 100%;
  }
  th {
    text-align: start;
    font-weight: 600;
    font-size: 0.875rem;
    vertical-align: bottom;
    padding: 0.5rem 1rem 0.4rem 0;
  }
  thead th {
    border-block-end: 1px solid var(--_control-line);
  }
  th:first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: var(--_background);
  }
  tbody th {
    vertical-align: top;
  }
  .row {
    cursor: pointer;
  }
  .row > * {
    border-block-start: 1px solid var(--_line);
    padding-block: 0.6rem;
  }
  tbody .row:first-child > * {
    border-block-start: 0;
  }
  .row:hover > *,
  .row.open > * {
    background: var(--_surface);
  }
  .row button {
    min-inline-size: 2.75rem;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .row.open button {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  td {
    vertical-align: top;
    padding: 0.6rem 1.25rem 0.6rem 0;
    font-variant-numeric: tabular-nums;
  }
  td.refused {
    color: var(--_muted);
    min-inline-size: 11rem;
    max-inline-size: 15rem;
  }
  .fact {
    display: grid;
    gap: 0.15rem;
    justify-items: start;
  }
  .numbers {
    display: flex;
    align-items: baseline;
    gap: 0.6rem;
    white-space: nowrap;
    margin-block-start: 0.2rem;
  }
  .mark {
    color: var(--_kernel);
    font-size: 1.125em;
    line-height: 1;
  }
  .small {
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .fact .small {
    white-space: nowrap;
  }
  .small.unread {
    color: var(--_warning);
  }
  td[data-what='real'] .what {
    color: var(--_output);
    font-weight: 600;
  }
  td[data-what='empty'] .what,
  td[data-what='mixed'] .what {
    color: var(--_warning);
  }
  .explanation td {
    padding: 0;
    background: var(--_surface);
  }
  .panel {
    position: sticky;
    inset-inline-start: 0;
    inline-size: 100cqi;
    max-inline-size: 100%;
    padding: 0.75rem 1rem 1.25rem;
    display: grid;
    gap: 0.75rem;
    min-inline-size: min(100cqi, 100%);
  }
  .panel > p {
    max-inline-size: 60rem;
  }
  .cards {
    display: grid;
    gap: 1.25rem 2rem;
    grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
  }
  .card {
    display: grid;
    gap: 0.4rem;
    align-content: start;
  }
  .card svg {
    max-inline-size: 100%;
    block-size: auto;
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.2rem 0.75rem;
    margin: 0;
    font-size: 0.9375rem;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  code {
    font-family: var(--_number-font, monospace);
    font-size: 0.9em;
  }
  @media (forced-colors: active) {
    .cell,
    .window {
      fill: Canvas;
      stroke: CanvasText;
    }
    .tap,
    rect.uncovered {
      fill: Highlight;
    }
  }
`;
