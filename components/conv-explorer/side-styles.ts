import { css } from 'lit';

/** The side panel: settings with a scroll of their own, the counts always in sight. */
export const sideStyles = css`
  .roomy .side {
    grid-area: side;
    min-block-size: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(max(14rem, 38%), 1fr) minmax(0, auto);
    gap: var(--_gap);
    padding-block-end: var(--_gap);
  }
  .roomy .panels {
    overflow-y: auto;
    scrollbar-width: thin;
    border: 1px solid var(--_line);
    border-radius: 0.75rem;
    padding: 0.75rem;
  }
  .roomy .side > conv-counts {
    overflow-y: auto;
    scrollbar-width: thin;
  }
  .panels > * + * {
    border-block-start: 1px solid var(--_line);
    margin-block-start: 0.75rem;
    padding-block-start: 0.75rem;
  }
  .panel summary {
    cursor: pointer;
    padding-block: 0.25rem;
    color: var(--_accent);
  }
  .panel[open] summary {
    margin-block-end: 0.4rem;
  }
  .roomy .laboratory {
    grid-row: stage;
    grid-column: 1 / -1;
    overflow-y: auto;
    padding-block-end: var(--_gap);
  }
  .laboratory > .heading {
    gap: 0.5rem;
    margin-block-end: 0.5rem;
  }
  .laboratory > .heading h2 {
    margin-inline-end: auto;
  }
  .panels .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 0.6rem;
  }
  .panels .note {
    margin-block-end: 0.6rem;
  }
`;
