import { css } from 'lit';

export const controlsStyles = css`
  .field {
    margin-block-end: 0.6rem;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  .slider,
  .row {
    display: grid;
    gap: 0.1rem 0.6rem;
    align-items: center;
  }
  .slider {
    grid-template-columns: minmax(3rem, 1fr) 4rem;
  }
  .slider .name {
    grid-column: 1 / -1;
  }
  .row {
    grid-template-columns: minmax(4.5rem, 7.5rem) minmax(0, 1fr);
  }
  .row.words {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
  }
  .row.words select {
    flex: 1 0 auto;
  }
  .pair {
    position: relative;
  }
  .pair .name {
    padding-inline-end: 7.5rem;
  }
  .label {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 0.4rem;
    align-items: baseline;
    overflow-wrap: anywhere;
  }
  code {
    font-family: var(--_number-font, monospace);
    font-size: 0.75rem;
    color: var(--_muted);
  }
  .segmented label {
    font-size: 0.875rem;
    padding-inline: 0.55rem;
  }
  .history,
  .random {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.6rem;
  }
  .history {
    margin-block-end: 0.5rem;
  }
  .history button {
    min-block-size: 2rem;
    font-size: 0.875rem;
    padding-inline: 0.55rem;
  }
  .history .explain {
    margin-inline-start: auto;
  }
  .search {
    font: inherit;
    font-size: 0.875rem;
    inline-size: 100%;
    min-block-size: 2rem;
    margin-block-end: 0.75rem;
    padding: 0.15rem 0.6rem;
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.5rem;
  }
  .random {
    margin-block-start: 0.6rem;
  }
  .random label {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .random input {
    inline-size: 5rem;
    padding-inline: 0.4rem;
  }
  .weights {
    border-block-start: 1px solid var(--_line);
    margin-block-start: 0.6rem;
    padding-block-start: 0.6rem;
  }
  .weights .row + .row {
    margin-block-start: 0.4rem;
  }
  h3 {
    font-size: 1rem;
    margin: 0 0 0.4rem;
  }
  .help {
    margin: 0.2rem 0 0;
    font-size: 0.8125rem;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .stops {
    display: flex;
    justify-content: space-between;
    margin-inline: 0.25rem calc(4.6rem + 0.25rem);
    font-size: 0.8125rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .ruler {
    margin-block-start: 0.3rem;
  }
  .ruler .name {
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .ruler .sizes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }
  .ruler button {
    min-inline-size: 2.25rem;
    padding-inline: 0.4rem;
    font-variant-numeric: tabular-nums;
  }
  .ruler .illegal {
    border-style: dashed;
    color: var(--_muted);
    text-decoration: line-through;
  }
  .ruler .legal[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .ruler .illegal.asked {
    border-color: var(--_warning);
    box-shadow: inset 0 0 0 1px var(--_warning);
  }
  .ruler input {
    inline-size: 4.5rem;
    padding-inline: 0.4rem;
  }
  .slider input[type='number'],
  .sides input {
    inline-size: 100%;
    padding-inline: 0.4rem;
    font-variant-numeric: tabular-nums;
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 0.4rem;
    margin-block-start: 0.35rem;
  }
  .sides label {
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .flag {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-block-size: 2.25rem;
  }
  .square {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    display: flex;
    align-items: center;
    gap: 0.4rem;
    font-size: 0.8125rem;
    color: var(--_muted);
    min-block-size: 1.5rem;
  }
  details {
    border-block-start: 1px solid var(--_line);
    padding-block: 0.25rem;
  }
  details.weights {
    margin-block-start: 0;
    padding-block: 0.25rem;
  }
  summary {
    cursor: pointer;
    padding-block: 0.4rem;
    color: var(--_accent);
  }
  [aria-invalid='true'] {
    border-color: var(--_warning);
    box-shadow: inset 0 0 0 1px var(--_warning);
  }
  /* On the site it stays in sight at the edge of the panel, whatever comes to stand below that later. */
  :host([few]) .verdict {
    position: sticky;
    /* Over the padding of the panel. */
    inset-block-end: -0.75rem;
    background: var(--_background);
  }
  :host([few]) .stays {
    padding-block-end: 0.5rem;
  }
  .problem {
    /* Brought into sight with room to spare: counters that come later make the panel lower. */
    scroll-margin-block: 4rem;
    margin: 0.3rem 0 0;
    padding: 0.4rem 0.6rem;
    border-inline-start: 4px solid var(--_warning);
    background: var(--_surface);
    font-size: 0.875rem;
  }
  .stays {
    margin: 0.4rem 0 0;
    font-size: 0.875rem;
    color: var(--_muted);
  }
`;
