import { css } from 'lit';

/** The numbers, and what is taken away of them. */
export const tableStyles = css`
  /* The numbers. */
  .scroll {
    overflow: auto;
    max-block-size: 34rem;
    border: 1px solid var(--_line);
    border-radius: 0.5rem;
    margin-block-start: 0.5rem;
    /* Shade at an edge behind which there is more: the covers move along, the shades stay. */
    background:
      linear-gradient(to right, var(--_background) 1.5rem, transparent) left / 3rem 100% no-repeat local,
      linear-gradient(to left, var(--_background) 1.5rem, transparent) right / 3rem 100% no-repeat local,
      linear-gradient(to right, var(--_line), transparent) left / 0.9rem 100% no-repeat scroll,
      linear-gradient(to left, var(--_line), transparent) right / 0.9rem 100% no-repeat scroll;
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
    padding: 0.28rem 0.7rem;
    text-align: end;
    white-space: nowrap;
    font-weight: 400;
    border-block-end: 1px solid var(--_line);
  }
  .word,
  th[scope='row'] {
    text-align: start;
  }
  thead th {
    white-space: normal;
    vertical-align: bottom;
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    color: var(--_muted);
    z-index: 1;
  }
  thead th.number {
    min-inline-size: 4.5rem;
  }
  tbody th {
    position: sticky;
    inset-inline-start: 0;
    background: var(--_background);
    font-weight: 600;
  }
  tr.lit td,
  tr.lit th {
    background: var(--_surface);
  }

  /* What is laid over, and what is taken away. */
  .paste {
    display: grid;
    gap: 0.5rem;
    max-inline-size: 40rem;
  }
  .take {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    max-inline-size: 62rem;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.6rem;
    align-items: end;
  }
  .device {
    flex: 1 1 14rem;
    max-inline-size: 22rem;
  }
  input[type='text'] {
    font: inherit;
    inline-size: 100%;
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.5rem;
    min-block-size: 2.25rem;
    padding: 0.2rem 0.6rem;
  }
  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .take textarea:not(.visually-hidden) {
    inline-size: 100%;
    font-family: var(--_number-font);
    font-size: 0.8125rem;
    padding: 0.5rem;
  }
  @media print {
    .scroll {
      max-block-size: none;
    }
  }
`;
