import { css } from 'lit';

/** The rows: their tools, and the part in sight. */
export const tableStyles = css`
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
  @container (min-width: 130rem) {
    .lines tbody th button {
      max-inline-size: 24rem;
    }
  }
  .mark {
    color: var(--_accent);
    margin-inline-end: 0.35em;
    font-size: 0.75em;
  }
`;
