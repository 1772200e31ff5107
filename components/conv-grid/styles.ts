import { css } from 'lit';

/** Calm tables: the colour is the value's, everything else is told by edges, so that no state hangs on hue alone. */
export const gridStyles = css`
  :host {
    container-type: inline-size;
  }
  /* Floats, because only they fill the room beside the last table of one tensor with the next tensor. */
  .groups {
    display: flow-root;
    position: relative;
  }
  .stages {
    display: inline-flex;
    flex-wrap: wrap;
    border: 1px solid var(--_control-line);
    border-radius: 0.5rem;
    padding: 0;
    margin: 0 0 0.75rem;
    font-size: 0.8125rem;
  }
  .stages label {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 2rem;
    padding-inline: 0.75rem;
    cursor: pointer;
    border-radius: 0.4375rem;
  }
  .stages input {
    appearance: none;
    position: absolute;
    inset: 0;
    margin: 0;
    border-radius: inherit;
    cursor: pointer;
  }
  .stages label:has(:checked) {
    background: var(--_accent);
    color: var(--_on-accent);
    print-color-adjust: exact;
  }
  .hint {
    margin: 0.5rem 0 0;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .stages label:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    .hint {
      display: none;
    }
  }
  section {
    --role: var(--_input);
    --gap: 2rem;
    float: inline-start;
    min-inline-size: min(14rem, 100%);
    max-inline-size: 100%;
    padding-inline-end: var(--gap);
    margin-block-end: 1.25rem;
  }
  section:last-child {
    margin-block-end: 0;
  }
  @container (max-width: 34rem) {
    section {
      --gap: 0rem;
    }
  }
  section[data-tensor='weights'] {
    --role: var(--_kernel);
  }
  section[data-tensor='bias'] {
    --role: var(--_bias);
  }
  section[data-tensor='output'] {
    --role: var(--_output);
  }
  h3 {
    font-size: 0.9375rem;
    font-weight: 600;
    margin: 0;
    padding-inline-start: 0.5rem;
    border-inline-start: 0.25rem solid var(--role);
    line-height: 1.2;
    text-wrap: balance;
  }
  /* The tables alone say how wide a group is; its head breaks its lines. */
  .head {
    contain: inline-size;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    margin-block-end: 0.375rem;
  }
  .legend {
    flex-basis: 100%;
  }
  .panels {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: start;
  }
  section.wide:not(:last-child),
  section.wide:not(:last-child) .panels {
    display: contents;
  }
  section.wide:not(:last-child) .panel {
    float: inline-start;
    margin-block-end: 1rem;
    padding-inline-end: var(--gap);
  }
  .panel {
    min-inline-size: 0;
    max-inline-size: 100%;
    overflow-x: auto;
    padding: 3px;
  }
  .caption {
    margin: 0 0 0.125rem;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .panel.current .caption {
    color: var(--_ink);
    font-weight: 600;
  }
  .note {
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .note:empty,
  .more[hidden] {
    display: none;
  }
  .more {
    font: inherit;
    font-size: 0.8125rem;
    color: var(--_accent);
    background: none;
    border: 1px solid var(--_control-line);
    border-radius: 0.5rem;
    min-block-size: 1.75rem;
    padding-inline: 0.5rem;
    cursor: pointer;
  }
  .more:hover {
    border-color: var(--_accent);
    background: var(--_surface);
  }
  .overview {
    display: block;
    inline-size: 8rem;
    image-rendering: pixelated;
    border: 1px solid var(--_line);
    margin-block-end: 0.375rem;
  }
`;

export const cellStyles = css`
  table {
    border-collapse: separate;
    border-spacing: 2px;
    font-family: var(--_number-font, monospace);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }
  th {
    font-weight: 400;
    font-size: 0.6875rem;
    color: var(--_muted);
    padding: 0 0.1875rem;
    text-align: center;
  }
  th[scope='row'] {
    text-align: end;
  }
  tbody td {
    min-inline-size: max(1.625rem, calc(var(--characters, 1) * 1ch + 0.5rem));
    block-size: 1.625rem;
    padding: 0 0.1875rem;
    text-align: center;
    border-radius: 0.25rem;
    cursor: default;
    box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--_ink) 14%, transparent);
  }
  .wide tbody td {
    min-inline-size: max(1.5rem, calc(var(--characters, 1) * 1ch + 0.25rem));
    block-size: 1.5rem;
    padding: 0;
    font-size: 0.6875rem;
  }
  tbody td:focus-visible {
    outline-offset: 1px;
    border-radius: 0.25rem;
  }
  .padding {
    box-shadow: none;
    border: 1px dashed var(--_control-line);
    color: var(--_muted);
  }
  .inserted {
    box-shadow: none;
    color: var(--_muted);
  }
  .cropped {
    background-image: linear-gradient(
      to top right,
      transparent calc(50% - 0.75px),
      currentColor calc(50% - 0.75px) calc(50% + 0.75px),
      transparent calc(50% + 0.75px)
    );
    box-shadow: none;
    opacity: 0.65;
  }
  .bare {
    border: 1px dotted var(--_control-line);
  }
  /* How many products lie on the cell. */
  td[data-layers]::after {
    content: attr(data-layers);
    position: absolute;
    inset-block-start: 1px;
    inset-inline-end: 2px;
    font-size: 0.5625rem;
    font-weight: 400;
  }
  td[data-layers] {
    position: relative;
    padding-inline-end: 0.5rem;
  }
  .pending {
    box-shadow: none;
    border: 1px solid var(--_line);
  }
  .unread {
    background-image: repeating-linear-gradient(
      135deg,
      transparent 0 4px,
      color-mix(in srgb, currentColor 38%, transparent) 4px 5px
    );
  }
  tbody td.window {
    box-shadow:
      inset 0 0 0 2px var(--role),
      inset 0 0 0 3px var(--_background);
  }
  tbody td.current {
    box-shadow:
      inset 0 0 0 2px var(--_background),
      0 0 0 3px var(--role);
    font-weight: 700;
  }
  tbody td.highlighted {
    outline: 2px dotted var(--_ink);
    outline-offset: 0;
  }
  tbody td.pinned {
    outline: 2px solid var(--_ink);
    outline-offset: 0;
  }
  tbody td.highlighted:focus-visible,
  tbody td.pinned:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 1px;
  }
  td,
  .overview {
    print-color-adjust: exact;
  }
  @media (forced-colors: active) {
    tbody td {
      border: 1px solid CanvasText;
      box-shadow: none;
    }
    /* The colour is the value, and comes with an ink that stands out on it. */
    tbody td:not(.pending, .padding, .inserted, .cropped) {
      forced-color-adjust: none;
    }
    tbody td.highlighted,
    tbody td.pinned {
      outline-color: CanvasText;
    }
    tbody td.window,
    tbody td.current {
      box-shadow: none;
    }
    tbody td.window {
      border: 3px double Highlight;
    }
    tbody td.current {
      border: 3px solid Highlight;
    }
    tbody td.padding {
      border-style: dashed;
    }
    tbody td.inserted {
      border-color: Canvas;
    }
    tbody td.cropped {
      opacity: 1;
      color: GrayText;
    }
    .panel.current .caption {
      text-decoration: underline;
    }
  }
  @media print {
    .panel {
      overflow: visible;
      break-inside: avoid;
    }
  }
`;
