import { css } from 'lit';

/** The picture, the row in hand beside it, and the tables below. */
export const blockStyles = css`
  :host {
    container-type: inline-size;
    background: var(--_background);
  }
  .lab {
    /* What only a screen reader gets stays inside whatever scrolls the laboratory. */
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  p {
    margin: 0;
    text-wrap: pretty;
  }
  .about {
    max-inline-size: 90ch;
  }
  .name {
    display: block;
    font-size: 0.8125rem;
    color: var(--_muted);
    line-height: 1.3;
  }
  .note {
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .settings,
  .knobs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.75rem;
    align-items: end;
  }
  .block select {
    min-inline-size: 14rem;
    font-weight: 600;
  }
  .knob {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .picture {
    min-inline-size: 0;
    border: 1px solid var(--_line);
    border-radius: 0.75rem;
  }
  .stage {
    position: relative;
    overflow: hidden;
    block-size: var(--conv-scene-height, clamp(20rem, 64vmin, 42rem));
    border-radius: 0.7rem 0.7rem 0 0;
  }
  .stage.flat {
    block-size: var(--conv-scene-height, clamp(15rem, 36vmin, 26rem));
  }
  @container (width < 34rem) {
    .stage,
    .stage.flat {
      block-size: var(--conv-scene-height, 24rem);
    }
  }
  .stage:focus-visible {
    outline-offset: -3px;
  }
  canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    display: block;
    touch-action: pan-y;
    cursor: grab;
  }
  .waiting {
    position: absolute;
    inset: auto 0 1rem;
    text-align: center;
    color: var(--_muted);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem 1.25rem;
    padding: 0.4rem;
    border-block-start: 1px solid var(--_line);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
  }
  .cell {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1.25rem;
    min-block-size: 2rem;
    padding: 0.2rem 0.6rem;
    border-block-start: 1px solid var(--_line);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  .scale {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.4rem;
    color: var(--_muted);
  }
  .ramp {
    inline-size: 5rem;
    block-size: 0.7rem;
    border: 1px solid var(--_control-line);
    forced-color-adjust: none;
  }
  .tables {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem 2.5rem;
    align-items: start;
  }
  @container (min-width: 76rem) {
    .tables {
      grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr);
    }
  }
`;

/** The row in hand and the tables. */
export const rowStyles = css`
  .row,
  .list,
  .cost,
  .figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
  }
  h3,
  h4 {
    margin: 0;
    font-size: 1.0625rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  h4 {
    font-size: 0.875rem;
  }
  .does {
    max-inline-size: 90ch;
  }
  .notes {
    display: grid;
    gap: 0.35rem;
    padding: 0.6rem 0.9rem;
    background: var(--_surface);
    border-inline-start: 4px solid var(--_accent);
    max-inline-size: 90ch;
  }
  .row .tools a {
    color: var(--_accent);
    align-self: center;
  }
  .curve {
    margin: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.25rem;
    align-items: center;
  }
  .curve figcaption {
    flex: 1 1 14rem;
    max-inline-size: 44ch;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .curve svg {
    max-inline-size: 100%;
    block-size: auto;
  }
  .curve path {
    fill: none;
    stroke-linejoin: round;
  }
  .curve .axes {
    stroke: var(--_control-line);
    stroke-width: 1px;
  }
  .curve .line {
    stroke: var(--_accent);
    stroke-width: 3px;
  }
  .curve .beside {
    stroke: var(--_kernel);
    stroke-width: 2px;
    stroke-dasharray: 5 4;
  }
  .curve .marks {
    stroke: var(--_muted);
    stroke-width: 1px;
    stroke-opacity: 0.6;
  }
  .curve text {
    fill: var(--_muted);
    font-size: 11px;
    font-family: inherit;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
    font-variant-numeric: tabular-nums;
  }
  td,
  thead th {
    text-align: end;
    padding: 0.2rem 0.4rem;
    white-space: nowrap;
  }
  thead th {
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: normal;
  }
  thead th:first-child,
  tbody th {
    text-align: start;
  }
  tbody th {
    font-weight: normal;
    padding: 0.2rem 0.4rem 0.2rem 0;
  }
  tbody :is(th, td) {
    border-block-start: 1px solid var(--_line);
    block-size: 2.25rem;
  }
  .list tbody th {
    padding: 0;
  }
  .list button {
    inline-size: 100%;
    justify-content: start;
    text-align: start;
    border-color: transparent;
    background: none;
    min-inline-size: 9rem;
  }
  .list small {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .place {
    min-inline-size: 1.6em;
    color: var(--_muted);
  }
  tr.set {
    background: var(--_surface);
  }
  .list tr.set {
    box-shadow: inset 3px 0 var(--_accent);
  }
  tr.set th {
    font-weight: 600;
  }
  .mark {
    color: var(--_muted);
    font-weight: normal;
  }
`;
