import { css } from 'lit';

export const factorisationStyles = css`
  :host {
    container-type: inline-size;
    background: var(--_background);
  }
  .laboratory {
    display: grid;
    gap: 1.5rem 2.5rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .main {
    display: grid;
    gap: 1.25rem;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .controls {
    display: grid;
    gap: 0.6rem 1.25rem;
    align-content: start;
    grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 100%), 1fr));
  }
  @container (min-width: 58rem) {
    .laboratory {
      grid-template-columns: 16rem minmax(0, 1fr);
    }
  }
  .source,
  .typed,
  .refusal,
  .controls > .small {
    grid-column: 1 / -1;
  }
  .source,
  .typed,
  .seed {
    display: grid;
    gap: 0.25rem;
    font-size: 0.9375rem;
  }
  textarea {
    inline-size: 100%;
    padding: 0.4rem 0.6rem;
    font-family: var(--_number-font, monospace);
    font-size: 0.9375rem;
    line-height: 1.5;
    resize: vertical;
    white-space: pre;
  }
  .seed input {
    padding-inline: 0.4rem;
    min-inline-size: 0;
  }
  .refusal {
    padding: 0.35rem 0.6rem;
    border-inline-start: 4px solid var(--_warning);
    background: var(--_surface);
    font-size: 0.875rem;
  }
  h3 {
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
  }
  h4 {
    margin: 0;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  p {
    margin: 0;
  }
  .small,
  .note {
    font-size: 0.875rem;
    color: var(--_muted);
    text-wrap: pretty;
  }
  .note {
    max-inline-size: 60rem;
  }
  .verdict {
    font-size: 1.25rem;
    line-height: 1.35;
    max-inline-size: 60rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_output);
    text-wrap: pretty;
  }
  .verdict.many {
    border-inline-start-color: var(--_kernel);
    border-inline-start-style: double;
  }
  .layer .verdict {
    font-size: 1.0625rem;
  }
  .pictures {
    display: grid;
    gap: 1rem;
  }
  .sum,
  .pairs {
    display: flex;
    flex-wrap: wrap;
    gap: 1.25rem 1.75rem;
    align-items: start;
  }
  figure {
    margin: 0;
    display: grid;
    gap: 0.5rem;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .sum figcaption {
    min-block-size: 2.9rem;
  }
  .operator {
    align-self: center;
    padding-block-start: 3rem;
    font-size: 1.5rem;
    color: var(--_muted);
  }
  .unused > svg {
    opacity: 0.4;
  }
  .legend {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    font-size: 0.875rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .ramp {
    inline-size: 9rem;
    block-size: 0.75rem;
    outline: 1px solid var(--_line);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
    margin-block: 0.4rem;
    max-inline-size: 100%;
  }
  th,
  td {
    text-align: start;
    padding: 0.35rem 1.5rem 0.35rem 0;
    border-block-start: 1px solid var(--_line);
    vertical-align: middle;
  }
  thead :is(th, td) {
    border-block-start: 0;
    font-size: 0.875rem;
    font-weight: 400;
    color: var(--_muted);
    vertical-align: bottom;
  }
  tbody th {
    font-weight: 600;
  }
  [part='ranks'] tbody tr:not(.full) {
    cursor: pointer;
  }
  tr.chosen > * {
    background: var(--_surface);
  }
  tr.full > * {
    border-block-start: 1px solid var(--_control-line);
  }
  tbody label {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    cursor: pointer;
  }
  input[type='radio'] {
    accent-color: var(--_accent);
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
  }
  .terms {
    color: var(--_muted);
  }
  .remark {
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .exact {
    color: var(--_output);
    font-weight: 600;
  }
  .exact + span::before {
    content: '· ';
  }
  .layer {
    display: grid;
    justify-items: start;
    gap: 0.75rem;
    border-block-start: 1px solid var(--_line);
    padding-block-start: 1rem;
  }
  .channels {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem 2rem;
    align-items: end;
  }
  .channel figcaption {
    display: grid;
    font-size: 0.9375rem;
  }
  .bar {
    fill: var(--_kernel);
  }
  .bar.none {
    fill: var(--_control-line);
  }
  @container (max-width: 30rem) {
    th,
    td {
      padding-inline-end: 0.75rem;
      font-size: 0.875rem;
    }
    .sum figcaption {
      min-block-size: 0;
    }
    .operator {
      display: none;
    }
  }
`;
