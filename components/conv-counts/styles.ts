import { css } from 'lit';

export const countsStyles = css`
  :host {
    container-type: inline-size;
  }
  /* Four in a row, two in two rows, or one below the other: never three and one. */
  dl {
    --columns: 1;
    display: grid;
    grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    gap: 0.75rem 1.5rem;
    margin: 0;
  }
  @container (min-width: 17rem) {
    dl {
      --columns: 2;
    }
  }
  @container (min-width: 38rem) {
    dl {
      --columns: 4;
    }
  }
  dl > div {
    min-inline-size: 0;
    border-block-start: 2px solid var(--_line);
    padding-block-start: 0.375rem;
  }
  dt {
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .value {
    font-size: 1.375rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
  }
  .unit {
    font-size: 0.8125rem;
    font-weight: 400;
    color: var(--_muted);
  }
  .terms {
    text-wrap: balance;
    font-size: 0.8125rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  /* The table of stages says most of it again: where there is little height, it can be left out. */
  dl:has(~ .chain) .terms {
    display: var(--_terms-above-chain, block);
  }
  .chain {
    inline-size: 100%;
    margin-block-start: 0.75rem;
    border-collapse: collapse;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }
  .chain caption {
    text-align: start;
    color: var(--_muted);
  }
  .chain th {
    font-weight: 400;
    text-align: start;
    color: var(--_muted);
  }
  .chain :is(th, td) {
    padding: 0.1875rem 0.75rem 0.1875rem 0;
    vertical-align: top;
  }
  .chain b {
    font-size: 1rem;
    font-weight: 600;
  }
  .chain .sum {
    color: var(--_muted);
  }
  .chain .ratio b {
    font-size: 0.8125rem;
  }
  .chain .together {
    border-block-start: 1px solid var(--_line);
  }
  .bar {
    display: flex;
    block-size: 0.375rem;
    border-radius: 0.1875rem;
    overflow: hidden;
    background: color-mix(in srgb, var(--_ink) 8%, transparent);
    print-color-adjust: exact;
  }
  .bar i {
    background: var(--_kernel);
    forced-color-adjust: none;
  }
  .bar i + i {
    border-inline-start: 1px solid var(--_background);
  }
  .standard .bar i {
    background: var(--_muted);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    margin-block-start: 0.75rem;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  fieldset {
    display: inline-flex;
    border: 1px solid var(--_control-line);
    border-radius: 0.5rem;
    padding: 0;
    margin: 0;
  }
  fieldset label {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 2rem;
    padding-inline: 0.75rem;
    cursor: pointer;
    border-radius: 0.4375rem;
    color: var(--_ink);
  }
  fieldset input {
    appearance: none;
    position: absolute;
    inset: 0;
    margin: 0;
    border-radius: inherit;
    cursor: pointer;
  }
  fieldset label:has(:checked) {
    background: var(--_accent);
    color: var(--_on-accent);
    print-color-adjust: exact;
  }
  .accuracy {
    margin: 0;
    margin-inline-start: auto;
    padding: 0.125rem 0.625rem;
    border: 1px solid var(--_line);
    border-radius: 1rem;
  }
  :host([compact]) dl {
    --columns: 1;
    gap: 0.4rem;
  }
  :host([compact]) dl > div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.35rem;
    border-block-start-width: 1px;
    padding-block-start: 0.2rem;
  }
  :host([compact]) dt {
    margin-inline-end: auto;
  }
  :host([compact]) dd {
    display: contents;
  }
  :host([compact]) .value {
    font-size: 1.1875rem;
    line-height: 1.25;
  }
  :host([compact]) .terms {
    flex-basis: 100%;
    line-height: 1.35;
    text-wrap: wrap;
  }
  :host([compact]) .foot {
    margin-block-start: 0.5rem;
    gap: 0.35rem 0.6rem;
    font-size: 0.75rem;
  }
  :host([compact]) fieldset label {
    min-block-size: 1.75rem;
    padding-inline: 0.45rem;
  }
  :host([compact]) .accuracy {
    margin-inline-start: 0;
    padding: 0;
    border: none;
  }
  /* A wide column is that of a projector. */
  @container (min-width: 24rem) {
    :host([compact]) .value {
      font-size: 1.625rem;
    }
    :host([compact]) :is(dt, .unit, .terms) {
      font-size: 0.9375rem;
    }
    /* The table of stages says most of it again, and both are to be seen at once. */
    :host([compact]) dl:has(~ .chain) {
      --columns: 2;
      column-gap: 1rem;
    }
    :host([compact]) dl:has(~ .chain) .value {
      font-size: 1.1875rem;
    }
    :host([compact]) dl:has(~ .chain) :is(dt, .unit, .terms) {
      font-size: 0.8125rem;
    }
  }
  @media (forced-colors: active) {
    fieldset label:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
