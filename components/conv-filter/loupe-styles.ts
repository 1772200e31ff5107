import { css } from 'lit';

/** The numbers of one pixel's window. */
export const loupeStyles = css`
  .loupe {
    display: grid;
    gap: 0.75rem;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
    min-block-size: 16rem;
  }
  @container (max-width: 60rem) {
    .loupe {
      order: -1;
    }
  }
  .scroll {
    overflow-x: auto;
    padding: 2px;
    justify-self: start;
    max-inline-size: 100%;
  }
  .taps {
    border-collapse: separate;
    border-spacing: 3px;
    margin: -3px;
    font-family: var(--_number-font, monospace);
    font-variant-numeric: tabular-nums;
  }
  .taps td {
    padding: 0;
    text-align: center;
    vertical-align: top;
  }
  .taps b {
    display: block;
    padding: 0.3rem 0.35rem;
    min-inline-size: 2.9rem;
    border: 1px solid var(--_line);
    border-radius: 0.25rem;
    font-weight: 600;
    font-size: 0.9375rem;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .taps .padding b {
    border-style: dashed;
    border-color: var(--_control-line);
    color: var(--_muted);
    font-weight: 400;
  }
  .taps span {
    font-size: 0.8125rem;
    color: var(--_kernel);
    white-space: nowrap;
  }
  .taps.dense b {
    min-inline-size: 2.2rem;
    padding: 0.15rem 0.2rem;
    font-size: 0.75rem;
  }
  .taps.dense span {
    font-size: 0.6875rem;
  }
  .sum {
    font-size: 1.0625rem;
    line-height: 1.4;
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_output);
    text-wrap: pretty;
  }
`;
