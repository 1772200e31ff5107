import { css } from 'lit';

/** The squares keep their places; those outside the blocks fade and drop out of the table. */
export const channelStyles = css`
  .stages {
    display: flex;
    flex-wrap: wrap;
    gap: 1.25rem 2rem;
    align-items: start;
  }
  section {
    flex: 0 1 20rem;
    min-inline-size: min(18rem, 100%);
    max-inline-size: 100%;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
  }
  /* A single table takes what it needs. */
  section:only-child {
    flex-basis: 35rem;
  }
  h3 {
    margin: 0;
    font-size: 0.9375rem;
    font-weight: 600;
    padding-inline-start: 0.5rem;
    border-inline-start: 0.25rem solid var(--_kernel);
    line-height: 1.2;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1.25rem;
  }
  .dial {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .weights {
    margin: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1rem 0.5rem;
    font-size: 0.875rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .weights b {
    font-size: 1.375rem;
    line-height: 1.2;
    color: var(--_ink);
  }
  .terms {
    font-size: 0.8125rem;
  }
  .scroll {
    overflow: auto;
    padding-block-end: 4px;
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
  }
  th,
  .corner,
  .more {
    font-weight: 400;
    font-size: 0.75rem;
    color: var(--_muted);
    text-align: center;
    padding: 0.1rem 0.35rem;
  }
  .corner {
    inline-size: 3.5rem;
    text-align: start;
    line-height: 1.2;
    font-size: 0.6875rem;
  }
  th[scope='row'] {
    text-align: end;
  }
  tr.current th,
  th.lit {
    color: var(--_ink);
    font-weight: 700;
  }
  td[data-key] {
    position: relative;
    padding: 2px;
    cursor: default;
  }
  .face {
    padding: 3px;
    border-radius: 0.3rem;
    transition:
      opacity 500ms ease-in,
      transform 600ms cubic-bezier(0.5, 0, 0.9, 0.6);
  }
  td.absent .face {
    opacity: 0;
    transform: translateY(110%) rotate(4deg);
    pointer-events: none;
  }
  td:not(.absent) .face {
    transition-timing-function: ease-out, cubic-bezier(0.1, 0.6, 0.3, 1);
  }
  td.lit .face {
    box-shadow:
      0 0 0 2px var(--_kernel),
      0 0 0 3px var(--_background);
  }
  td.current .face {
    background: var(--_kernel);
  }
  td.dim:not(.absent) .face {
    opacity: 0.35;
  }
  /* The walls between the groups stand in the gap and take no room of their own. */
  td.before::before,
  td.above::after {
    content: '';
    position: absolute;
    background: var(--_control-line);
    print-color-adjust: exact;
  }
  td.before::before {
    inset-block: 0;
    inset-inline-start: -1px;
    inline-size: 2px;
  }
  td.above::after {
    inset-inline: 0;
    inset-block-start: -1px;
    block-size: 2px;
  }
  td[data-key]:focus-visible {
    outline-offset: -2px;
    border-radius: 0.4rem;
  }
  .map {
    inline-size: 100%;
    max-inline-size: 24rem;
    max-block-size: 24rem;
    image-rendering: pixelated;
    border: 1px solid var(--_line);
    print-color-adjust: exact;
  }
  .sums,
  .sentence {
    margin: 0;
    max-inline-size: 60ch;
  }
  .sums {
    min-block-size: 1.45em;
    font-variant-numeric: tabular-nums;
  }
  .sums > * {
    white-space: nowrap;
  }
  .sums .where,
  .sentence {
    color: var(--_muted);
    font-size: 0.9375rem;
  }
  .sums s {
    color: var(--_muted);
    text-decoration: line-through 1.5px var(--_kernel);
  }
  @media (prefers-reduced-motion: reduce) {
    .face {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    td.lit .face {
      outline: 2px solid Highlight;
    }
    td.current .face {
      outline: 4px double Highlight;
    }
    td.before::before,
    td.above::after {
      background: CanvasText;
    }
  }
  @media print {
    .scroll {
      overflow: visible;
    }
  }
`;
