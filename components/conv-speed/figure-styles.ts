import { css } from 'lit';

/** Colours and lines of the figures, whose classes the views' drawings set. */
export const figureStyles = css`
  figure {
    min-inline-size: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
    align-content: start;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 1.5rem;
  }
  @container (min-width: 76rem) {
    .results {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .results > * {
      grid-column: 1 / -1;
    }
    .results > figure.wings {
      grid-column: 1;
      grid-row: span 2;
    }
    .results > figure.roofline,
    .results > figure.lanes {
      grid-column: 2;
    }
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.1rem;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .key {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
  }
  i.swatch,
  i.piece {
    inline-size: 0.9rem;
    block-size: 0.9rem;
    border-radius: 0.15rem;
    flex: none;
    forced-color-adjust: none;
  }
  .swatch.base {
    background: var(--_base);
  }
  .swatch.other {
    background: var(--_other);
  }
  .swatch.aside {
    background: var(--_aside);
  }
  .swatch.promised {
    border: 1.5px dashed var(--_ink);
  }
  .room {
    min-inline-size: 0;
    overflow: hidden;
  }
  .room > svg {
    display: block;
    print-color-adjust: exact;
    forced-color-adjust: none;
  }
  .sign {
    inline-size: 1rem;
    block-size: 1rem;
    overflow: visible;
  }
  .sign .mark {
    fill: var(--_muted);
  }
  svg text {
    font-size: 12px;
    fill: var(--_ink);
    font-variant-numeric: tabular-nums;
  }
  .base {
    --_hue: var(--_base);
  }
  .other {
    --_hue: var(--_other);
  }
  .aside {
    --_hue: var(--_aside);
  }
  .spread {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  .outlier {
    fill: var(--_background);
    fill-opacity: 0.7;
    stroke: var(--_ink);
    stroke-width: 1.25;
  }
  path.there {
    fill: var(--_background);
    stroke: var(--_ink);
    stroke-width: 1.5;
  }

  /* Two wings. */
  .wings .layer text {
    dominant-baseline: central;
  }
  .wings .head {
    fill: var(--_muted);
    text-anchor: start;
  }
  .wings .head.counted,
  .count-text {
    text-anchor: end;
  }
  .wings .label {
    text-anchor: middle;
    font-weight: 600;
  }
  .wings .label.minor {
    font-weight: 400;
    fill: var(--_muted);
  }
  rect.hit {
    fill: transparent;
  }
  rect.count {
    fill: color-mix(in srgb, var(--_hue) 55%, var(--_background));
  }
  rect.time {
    fill: var(--_hue);
  }
  rect.promised {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.25;
    stroke-dasharray: 3 2;
  }
  .wings .spread {
    stroke-width: 1.5;
    paint-order: stroke;
  }

  /* The roofline. */
  .tick line {
    stroke: var(--_line);
  }
  .tick text,
  text.axis {
    fill: var(--_muted);
  }
  .tick.x text,
  text.axis.x {
    text-anchor: middle;
  }
  .tick.y text {
    text-anchor: end;
    dominant-baseline: central;
  }
  path.area.memory {
    fill: color-mix(in srgb, var(--_part-memory) 9%, transparent);
  }
  path.area.compute {
    fill: color-mix(in srgb, var(--_part-compute) 11%, transparent);
  }
  text.area {
    text-anchor: middle;
    fill: var(--_muted);
  }
  .roof {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2.5;
    stroke-linejoin: round;
  }
  .roof.javascript {
    stroke-width: 1.5;
    stroke-dasharray: 7 4;
  }
  .roof.away {
    stroke: var(--_muted);
    stroke-width: 1.5;
    opacity: 0.75;
  }
  text.flat {
    text-anchor: end;
  }
  text.slope {
    text-anchor: middle;
  }
  text.flat,
  text.slope {
    paint-order: stroke;
    stroke: var(--_background);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .point {
    fill: var(--_hue);
    fill-opacity: 0.85;
    stroke: var(--_background);
    stroke-width: 1;
  }
  .point.away {
    fill: none;
    stroke: var(--_hue);
    stroke-width: 1.5;
  }

  /* All ways. */
  .lanes .label {
    text-anchor: end;
    dominant-baseline: central;
  }
  .lanes .label.minor {
    fill: var(--_muted);
  }
  .lane {
    stroke: var(--_line);
  }
  .lanes .lane {
    transform: translateX(8px);
  }
  .lanes .mark {
    fill: var(--_hue, var(--_muted));
    stroke: var(--_background);
    stroke-width: 1;
  }
  .lanes .spread {
    stroke: var(--_hue);
    stroke-width: 3;
    opacity: 0.6;
  }
  .lanes .tick text {
    dominant-baseline: auto;
  }

  /* What is pointed at. */
  .pointing svg .layer:not(.lit) {
    opacity: 0.3;
  }
  .point.lit {
    stroke: var(--_ink);
    stroke-width: 2;
  }
`;
