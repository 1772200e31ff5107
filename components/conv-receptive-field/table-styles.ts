import { css } from 'lit';

/** The numbers of every layer, and what they mean. */
export const tableStyles = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
    font-size: 0.8125rem;
    color: var(--_muted);
    padding-block-end: 0.25rem;
  }
  thead th {
    font-size: 0.8125rem;
    font-weight: 400;
    color: var(--_muted);
    text-align: end;
  }
  th:first-child {
    text-align: start;
  }
  th,
  td {
    padding: 0.25rem 0.4rem;
    white-space: nowrap;
  }
  td {
    text-align: end;
  }
  td.field {
    font-weight: 600;
  }
  tbody tr,
  tfoot tr {
    border-block-start: 1px solid var(--_line);
  }
  tfoot th {
    font-weight: 400;
  }
  tr.shown {
    background: var(--_surface);
  }
  tr.beyond td {
    color: var(--_muted);
  }
  tbody th {
    padding-inline-start: 0;
    font-weight: 400;
  }
  tbody th button {
    border-color: transparent;
    background: none;
    justify-content: start;
    text-align: start;
    white-space: normal;
  }
  @container (max-width: 34rem) {
    .scroll {
      font-size: 0.8125rem;
    }
    th,
    td {
      padding-inline: 0.25rem;
    }
    tbody th button {
      padding-inline: 0.25rem;
    }
    .long {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  .help {
    margin: 0;
    display: grid;
    gap: 0.15rem;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .help dt {
    display: inline;
    font-weight: 600;
    color: var(--_ink);
  }
  .help dt::after {
    content: ': ';
  }
  .help dd {
    display: inline;
    margin: 0;
  }
`;
