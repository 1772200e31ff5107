import { css } from 'lit';

/** What colours and edges of the tables mean. */
export const legendStyles = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.375rem;
    font-size: 0.75rem;
    color: var(--_muted);
  }
  .low,
  .high {
    font-family: var(--_number-font, monospace);
  }
  .scale {
    display: inline-flex;
    border: 1px solid var(--_line);
    border-radius: 0.1875rem;
    overflow: hidden;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .scale i {
    inline-size: 0.5rem;
    block-size: 0.625rem;
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    margin-inline-start: 0.5rem;
  }
  .mark.absent {
    visibility: hidden;
  }
  .mark b {
    font-weight: 400;
  }
  .sample {
    inline-size: 0.875rem;
    block-size: 0.875rem;
    border-radius: 0.1875rem;
  }
  .sample.window {
    box-shadow: inset 0 0 0 2px var(--role);
  }
  .sample.current {
    inline-size: 0.625rem;
    block-size: 0.625rem;
    margin: 2px;
    box-shadow: 0 0 0 3px var(--role);
  }
  .sample.pending {
    border: 1px solid var(--_control-line);
  }
  .sample.padding {
    border: 1px dashed var(--_control-line);
  }
  .sample.inserted::after {
    content: '·';
    display: block;
    text-align: center;
    line-height: 0.875rem;
  }
  .sample.cropped {
    border: 1px solid var(--_line);
    background-image: linear-gradient(
      to top right,
      transparent calc(50% - 0.75px),
      currentColor calc(50% - 0.75px) calc(50% + 0.75px),
      transparent calc(50% + 0.75px)
    );
    print-color-adjust: exact;
  }
  .sample.bare {
    border: 1px dotted var(--_control-line);
  }
  .sample.unread {
    border: 1px solid var(--_line);
    background-image: repeating-linear-gradient(135deg, transparent 0 3px, currentColor 3px 4px);
    print-color-adjust: exact;
  }
  .sample.highlighted {
    outline: 2px dotted var(--_ink);
    outline-offset: -2px;
  }
  .sample.pinned {
    outline: 2px solid var(--_ink);
    outline-offset: -2px;
  }
  @media (forced-colors: active) {
    .sample.window {
      border: 3px double Highlight;
    }
    .sample.current {
      inline-size: 0.875rem;
      block-size: 0.875rem;
      margin: 0;
      border: 3px solid Highlight;
    }
  }
`;
