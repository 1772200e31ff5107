import { css } from 'lit';

/** Settings, totals, and where pictures and table stand. */
export const networkStyles = css`
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
    flex: 0 1 12.5rem;
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

  .estimate {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
  }
  .estimate p {
    flex: 1 1 24rem;
    margin: 0;
    color: var(--_muted);
  }
  .estimate b {
    color: var(--_ink);
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
      grid-template-rows: auto 1fr auto;
      grid-template-areas: 'picture table' 'row table' 'figure figure';
    }
    /* Long pictures would push the chosen row out of sight. */
    .work:has([data-picture='scatter'], [data-picture='training']) {
      grid-template-areas: 'picture table' 'picture row' 'figure figure';
    }
    .side {
      grid-area: picture;
    }
    .table {
      grid-area: table;
    }
    .row {
      grid-area: row;
    }
    .figure {
      grid-area: figure;
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
`;
