import { css } from 'lit';

/** The page as a whole, its header, the picker of variants and the panels. */
export const pageStyles = css`
  :host {
    background: var(--_background);
    min-block-size: 100vh;
  }
  .page {
    max-inline-size: 120rem;
    margin-inline: auto;
    padding: clamp(0.6rem, 2vw, 1.5rem);
    display: grid;
    gap: clamp(0.6rem, 1.5vw, 1.25rem);
    grid-template-columns: minmax(0, 1fr);
  }
  .page.dragging::after {
    content: attr(data-drop);
    position: fixed;
    inset: 0.75rem;
    display: grid;
    place-items: center;
    font-size: 1.5rem;
    border: 3px dashed var(--_accent);
    border-radius: 1rem;
    background: color-mix(in srgb, var(--_background) 88%, transparent);
    pointer-events: none;
    z-index: 10;
  }
  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 0.5rem 1.5rem;
  }
  header .choices {
    grid-column: -2;
  }
  nav a {
    display: inline-block;
    padding-block: 0.4rem;
    color: var(--_accent);
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.9rem;
  }
  h1 {
    font-size: 1.5rem;
    margin: 0;
    letter-spacing: -0.01em;
  }
  h2 {
    font-size: 1rem;
    margin: 0 0 0.5rem;
  }
  .variants .narrow {
    display: none;
    inline-size: 100%;
  }
  @media (width < 48rem) {
    .variants .wide {
      display: none;
    }
    .variants .narrow {
      display: block;
    }
    .toggles {
      display: contents;
    }
    .tools button {
      font-size: 0.875rem;
      padding-inline: 0.55rem;
    }
    header {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    header .choices {
      grid-column: 1 / -1;
    }
    .choices label {
      flex: 1 1 0;
      min-inline-size: 5.5rem;
    }
    .choices,
    .choices select {
      inline-size: 100%;
    }
    .heading h2 {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      margin: -1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  .notices p,
  .notices ul {
    margin: 0 0 0.4rem;
  }
  .title p,
  footer p {
    margin: 0;
    color: var(--_muted);
  }
  footer p {
    font-size: 0.875rem;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: clamp(0.75rem, 1.5vw, 1.5rem);
    align-items: start;
  }
  .panels {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    align-items: start;
  }
  .more {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: clamp(0.75rem, 1.5vw, 1.5rem);
  }
  @media (width >= 64rem) {
    main {
      grid-template: auto 1fr / minmax(0, 1fr) clamp(19rem, 25vw, 26rem);
    }
    .panels {
      grid-template-columns: minmax(0, 1fr);
      grid-area: 1 / 2 / span 2;
    }
    .more {
      grid-area: 2 / 1;
    }
  }
`;
