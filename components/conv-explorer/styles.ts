import { css } from 'lit';

export const explorerStyles = css`
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
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0.5rem 1.5rem;
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
  .stage h2 {
    font-size: 1.15rem;
    margin: 0;
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.9rem;
  }
  .stage:fullscreen {
    grid-template-rows: auto minmax(50vh, 1fr);
    grid-auto-rows: auto;
    background: var(--_background);
    padding: 1rem;
    overflow: auto;
  }
  .stage:fullscreen conv-scene {
    block-size: auto;
  }
  .invitation,
  .note {
    margin: 0;
    color: var(--_muted);
    font-size: 0.9375rem;
  }
  .note {
    font-size: 0.875rem;
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
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
  }
  conv-scene {
    block-size: clamp(18rem, 54vh, 70rem);
    border: 1px solid var(--_line);
    border-radius: 0.75rem;
    overflow: hidden;
  }
  @media (width < 40rem) {
    conv-scene {
      block-size: clamp(28rem, 70vh, 40rem);
    }
  }
  .sentence {
    margin: 0;
    min-block-size: 1.45em;
    max-inline-size: 80ch;
  }
  .panels {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    align-items: start;
  }
  .panels section,
  .tables {
    border: 1px solid var(--_line);
    border-radius: 0.75rem;
    padding: 0.9rem;
    min-inline-size: 0;
  }
  @media (width >= 64rem) {
    main {
      grid-template-columns: minmax(0, 1fr) clamp(18rem, 24vw, 26rem);
    }
    .panels {
      grid-template-columns: minmax(0, 1fr);
    }
    .tables {
      grid-column: 1 / -1;
    }
  }
`;
