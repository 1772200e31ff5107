import { css } from 'lit';

/** One line: the name, the ways to other layers, what holds for the whole page; below it the variants. */
export const headerStyles = css`
  .title {
    display: flex;
    align-items: baseline;
    gap: 0.9rem;
    margin-inline-end: auto;
    min-inline-size: 0;
  }
  .title p {
    margin: 0;
    color: var(--_muted);
    white-space: nowrap;
  }
  h1 {
    font-size: 1.375rem;
    line-height: 1.3;
    margin: 0;
    letter-spacing: -0.01em;
  }
  @container page (width < 100rem) {
    .title p {
      display: none;
    }
  }
  .ways select {
    max-inline-size: 11rem;
  }
  .choices select {
    max-inline-size: 8.5rem;
  }
  .ways,
  .choices {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    min-inline-size: 0;
  }
  nav a {
    display: inline-block;
    padding: 0.4rem 0.5rem;
    color: var(--_accent);
    white-space: nowrap;
  }
  .ask {
    min-inline-size: 2.25rem;
    border-radius: 2rem;
  }
  .sheets .ask {
    min-inline-size: 2.75rem;
  }
  .told {
    color: var(--_muted);
    font-size: 0.875rem;
  }
  .told:empty {
    display: none;
  }
  .variants .narrow {
    display: none;
    inline-size: 100%;
  }
  .sheets .variants .wide,
  .sheets .title p {
    display: none;
  }
  .sheets .variants .narrow {
    display: block;
    min-block-size: 2.75rem;
    font-weight: 600;
  }
  .sheets header {
    gap: 0.5rem;
  }
  .sheets h1 {
    font-size: 1.1875rem;
  }
  .sheets .ways > button {
    display: none;
  }
  .sheets nav a {
    display: inline-flex;
    align-items: center;
    padding-inline: 0.25rem;
  }
  .sheets :is(nav a, .choices select, .ask) {
    min-block-size: 2.75rem;
  }
  .sheets .choices label {
    min-inline-size: 0;
  }
  @container page (width < 22.5rem) {
    .sheets :is(header, .choices) {
      gap: 0.25rem;
    }
    .sheets h1 {
      font-size: 1rem;
    }
  }
`;
