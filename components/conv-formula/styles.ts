import { css } from 'lit';

/**
 * The colours of the roles are those of the edges, a little nearer to the ink: as text they need 4.5 : 1.
 * Every row keeps its height while it is empty, so that nothing below the formula jumps.
 */
export const formulaStyles = css`
  :host {
    container-type: inline-size;
  }
  .rows {
    grid-template-columns: minmax(0, 1fr);
    display: grid;
    gap: 0.25rem;
    padding-block: 0.25rem;
  }
  .row {
    display: flex;
    align-items: center;
    min-block-size: 2.25rem;
  }
  .scroll {
    display: flex;
    align-items: center;
    gap: 1.5rem;
    flex: 1;
    min-inline-size: 0;
    min-block-size: inherit;
    overflow-x: auto;
    scrollbar-width: thin;
    padding-inline: 0.25rem;
  }
  .scroll > * {
    flex: none;
  }
  .row.rule {
    min-block-size: 4rem;
  }
  .label,
  .note {
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .label {
    flex: none;
    padding-inline-end: 0.5rem;
    min-inline-size: 7rem;
  }
  @container (max-width: 30rem) {
    .label {
      min-inline-size: 3.5rem;
      font-size: 0.75rem;
    }
  }
  .note {
    margin: 0;
    min-block-size: 1.25rem;
  }
  .running {
    font-size: 0.875rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  math {
    font-family: var(--conv-math-font, 'STIX Two Math'), math;
    font-size: 1.125rem;
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
`;
