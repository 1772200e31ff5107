import { css } from 'lit';

/**
 * The colours of the roles are those of the edges, a little nearer to the ink: as text they need 4.5 : 1. Every row is
 * as high as its longest content can become, so that nothing below the formula jumps.
 */
export const formulaStyles = css`
  :host {
    container-type: inline-size;
  }
  .rows {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .row {
    display: grid;
    grid-template-columns: 7rem minmax(0, 1fr);
    align-items: baseline;
    column-gap: 0.5rem;
  }
  .row.rule {
    align-items: center;
  }
  .meaning {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 2rem;
    min-inline-size: 0;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .stack > * {
    grid-area: 1 / 1;
  }
  .reserve {
    visibility: hidden;
    user-select: none;
  }
  .content {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 1.5rem;
    min-block-size: 2rem;
  }
  .rule .content {
    min-inline-size: 0;
    /* Room for the limits of the sums, which reach out of their line. */
    padding-block: 0.3rem;
    overflow: auto hidden;
    scrollbar-width: thin;
  }
  .line {
    min-inline-size: 0;
    line-height: 2rem;
  }
  .chunk {
    display: inline-block;
    white-space: nowrap;
    line-height: normal;
  }
  .label,
  .note {
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .note {
    margin: 0;
    min-block-size: 1.25rem;
  }
  .chunk[role='button'] {
    cursor: pointer;
    border-radius: 0.25rem;
  }
  .gap {
    padding-inline: 0.2em;
  }
  .lanes {
    display: flex;
    flex-wrap: wrap;
    line-height: 2rem;
    font-variant-numeric: tabular-nums;
  }
  .lane:not(:last-child)::after {
    content: '|';
    padding-inline: 0.625rem;
    color: var(--_muted);
  }
  .lane.in-hand {
    font-weight: 600;
  }
  .dropped {
    color: var(--_muted);
    line-height: 2rem;
  }
  .letters {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.875rem;
    margin: 0;
    font-size: 0.8125rem;
  }
  .letters i,
  .size-rule,
  .stamp {
    font-family: var(--conv-math-font, 'STIX Two Math'), math;
    font-size: 1.0625rem;
  }
  .running {
    font-size: 0.875rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  math {
    font-family: var(--conv-math-font, 'STIX Two Math'), math;
    font-size: 1.125rem;
  }
  @container (max-width: 34rem) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
    .label {
      font-size: 0.75rem;
      min-block-size: 1.45em;
    }
    math {
      font-size: 1.0625rem;
    }
    .rule math {
      font-size: 0.9375rem;
    }
  }
  /* Where little is to be seen at once, the numbers come first. */
  @container (max-width: 34rem) {
    .rule,
    .size {
      order: 1;
    }
  }
  @media (height < 48rem) {
    .rule,
    .size {
      order: 1;
    }
  }
  .input {
    color: color-mix(in srgb, var(--_input) 80%, var(--_ink));
  }
  .weights {
    color: color-mix(in srgb, var(--_kernel) 80%, var(--_ink));
  }
  .output {
    color: color-mix(in srgb, var(--_output) 80%, var(--_ink));
  }
  .bias {
    color: color-mix(in srgb, var(--_bias) 80%, var(--_ink));
  }
  .coming,
  .coming * {
    color: var(--_muted);
  }
  .product {
    padding: 0.1em 0.15em;
    border-radius: 0.25rem;
    border-block-end: 2px solid transparent;
  }
  .product:hover {
    border-block-end-color: var(--_control-line);
  }
  .product.padding {
    border-block-end: 2px dashed var(--_control-line);
  }
  .product.current {
    border-block-end: 2px solid var(--_accent);
  }
  /* Forced colours would draw the edge that is transparent here under every product. */
  @media (forced-colors: active) {
    .product:not(.current, .padding) {
      border-block-end-color: Canvas;
    }
    .product.padding {
      border-block-end-color: CanvasText;
    }
    .product.current {
      border-block-end-color: Highlight;
    }
  }
  @media print {
    .rule .content {
      overflow: visible;
    }
  }
`;
