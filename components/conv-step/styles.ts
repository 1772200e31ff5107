import { css } from 'lit';

export const stepStyles = css`
  :host {
    position: relative;
    padding-inline-start: 1.5rem;
    border-inline-start: 3px solid var(--_line, #d9d5cb);
    /* The lesson says how much of the window its figure covers. */
    scroll-margin-block-start: var(--_figure-end, 2rem);
    transition: border-color 0.2s;
  }
  :host([aria-current]) {
    border-inline-start-color: var(--_accent, #0b5f92);
  }
  a {
    display: inline-block;
    min-inline-size: 1.75rem;
    padding: 0.15rem 0.4rem;
    margin-inline-start: -0.4rem;
    border-radius: 0.4rem;
    font-size: 0.875em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    color: var(--_muted, #565d66);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  :host([aria-current]) a {
    color: var(--_accent, #0b5f92);
  }
  ::slotted(:is(h2, h3)) {
    margin-block: 0.1em 0.5em;
  }
  /* The last that is to be seen: notes stand after it. */
  ::slotted(:nth-last-child(1 of :not([slot]))) {
    margin-block-end: 0 !important;
  }
  /* A slide sets its own size of text; important where a page's style would win. */
  :host([data-slide]) ::slotted(:is(h2, h3, p, ul, ol)) {
    max-inline-size: none !important;
  }
  :host([data-slide]) ::slotted(:is(h2, h3)) {
    font-size: 1.35em !important;
    column-span: all;
  }
  /* One long paragraph alone may go on in the next column. */
  :host([data-slide]) ::slotted(:is(p:not(:only-of-type), conv-quiz)) {
    break-inside: avoid;
  }
  /* The bar below tells it. */
  :host([data-slide]) a {
    display: none;
  }
  @media (forced-colors: active) {
    :host([aria-current]) {
      border-inline-start-color: Highlight;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      transition: none;
    }
  }
  /* The number does not stay behind at the foot of a sheet. */
  @media print {
    a {
      display: block;
      break-after: avoid;
    }
  }
`;
