import { css } from 'lit';

/** A colour for each kind of layer; text never stands on a colour at full strength. */
export const kindStyles = css`
  .lab {
    --standard: light-dark(#0072b2, #56b4e9);
    --grouped: light-dark(#5b4fa8, #a99bf0);
    --depthwise: light-dark(#b54c00, #f0a24a);
    --pointwise: light-dark(#007a58, #35c79b);
    --separable: light-dark(#8a6d00, #e0c44c);
    --transposed: light-dark(#a5527f, #e39ac7);
    --dense: light-dark(#4a5560, #b7c0ca);
    --batch-norm: light-dark(#8d949c, #77818c);
    --other: light-dark(#b9b3a5, #565f69);
  }
  [data-group='standard'] {
    --kind: var(--standard);
  }
  [data-group='grouped'] {
    --kind: var(--grouped);
  }
  [data-group='depthwise'] {
    --kind: var(--depthwise);
  }
  [data-group='pointwise'] {
    --kind: var(--pointwise);
  }
  [data-group='separable'] {
    --kind: var(--separable);
  }
  [data-group='transposed'] {
    --kind: var(--transposed);
  }
  [data-group='dense'] {
    --kind: var(--dense);
  }
  [data-group='batch-norm'] {
    --kind: var(--batch-norm);
  }
  [data-group='other'] {
    --kind: var(--other);
  }
  .swatch {
    display: inline-block;
    inline-size: 0.7em;
    block-size: 0.7em;
    border-radius: 0.15em;
    margin-inline-end: 0.45em;
    background: var(--kind);
    forced-color-adjust: none;
  }
`;

export const networkStyles = css`
  :host {
    container-type: inline-size;
    background: var(--_background);
  }
  .lab {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  p {
    margin: 0;
    text-wrap: pretty;
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
  .effect {
    max-inline-size: 90ch;
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--_accent);
  }

  /* The choice of the network and its knobs. */
  .settings {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 2rem;
    align-items: end;
  }
  .network select {
    min-inline-size: 14rem;
    font-weight: 600;
  }
  .knobs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.5rem;
    align-items: end;
    flex: 1 1 20rem;
  }
  .knob {
    flex: 0 1 15rem;
    min-inline-size: 0;
  }
  .dial {
    display: grid;
    grid-template-columns: minmax(5rem, 1fr) 4.75rem;
    gap: 0.6rem;
    align-items: center;
  }
  input[type='number'] {
    inline-size: 100%;
    padding-inline: 0.4rem;
    font-variant-numeric: tabular-nums;
  }

  /* The totals. */
  .totals {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: 0.75rem 1.5rem;
    margin: 0;
    padding-block: 0.9rem;
    border-block: 1px solid var(--_line);
  }
  dt {
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .totals dd b {
    display: block;
    font-size: 1.5rem;
    font-weight: 600;
    line-height: 1.25;
  }
  .totals dd span {
    display: block;
    font-size: 0.8125rem;
    color: var(--_muted);
  }

  /* Pictures and table. */
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem 2.5rem;
    align-items: start;
  }
  .side,
  .table {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    min-inline-size: 0;
  }
  @container (min-width: 76rem) {
    .work {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.25fr);
    }
  }
  .scroll {
    overflow: auto;
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    inline-size: 100%;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0 0.6rem;
    text-align: start;
    font-weight: 400;
    white-space: nowrap;
  }
  th.number,
  td.number {
    text-align: end;
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

  /* The table of all rows. */
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5rem 0.75rem;
  }
  .tools .note {
    align-self: center;
  }
  input[type='search'] {
    font: inherit;
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.5rem;
    min-block-size: 2.25rem;
    padding: 0.2rem 0.6rem;
    inline-size: 100%;
    min-inline-size: 11rem;
  }
  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .filter {
    flex: 1 1 12rem;
  }
  .choice {
    display: grid;
  }
  textarea {
    inline-size: 100%;
    padding: 0.5rem;
    font-family: var(--_number-font);
    font-size: 0.8125rem;
  }
  .lines {
    block-size: clamp(18rem, 70vh, 44rem);
    border: 1px solid var(--_line);
    border-radius: 0.5rem;
    overscroll-behavior: contain;
  }
  .lines thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_surface);
    box-shadow: inset 0 -1px var(--_line);
    padding: 0;
  }
  .lines thead button {
    inline-size: 100%;
    border: 0;
    border-radius: 0;
    background: none;
    color: var(--_muted);
    font-size: 0.8125rem;
    justify-content: start;
    white-space: nowrap;
    padding-inline: 0.6rem;
  }
  .lines thead .number button {
    justify-content: end;
  }
  .lines thead [aria-sort='ascending'] button,
  .lines thead [aria-sort='descending'] button {
    color: var(--_ink);
    font-weight: 600;
  }
  .lines tbody tr[data-row] {
    block-size: 2.25rem;
    cursor: pointer;
  }
  .lines tbody tr[data-row] > * {
    border-block-end: 1px solid var(--_line);
  }
  .lines tbody tr[data-row]:hover {
    background: var(--_surface);
  }
  .lines tbody th {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: inherit;
    padding: 0;
  }
  .lines tbody tr {
    background: var(--_background);
  }
  .lines tbody th button {
    border: 0;
    background: none;
    inline-size: 100%;
    justify-content: start;
    max-inline-size: 14rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    display: block;
    text-align: start;
    box-shadow: none;
  }
  .lines tbody tr.chosen {
    background: color-mix(in oklab, var(--_accent) 14%, var(--_background));
    box-shadow: inset 3px 0 var(--_accent);
  }
  .lines tbody tr.chosen th button {
    font-weight: 600;
  }
  .space td {
    padding: 0;
    border: 0;
  }
  @container (max-width: 34rem) {
    .lines tbody th button {
      max-inline-size: 9rem;
    }
  }
`;
