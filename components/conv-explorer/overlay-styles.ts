import { css } from 'lit';

/** What lies over the page: the frame of the gallery, and the help. */
export const overlayStyles = css`
  .roomy .gallery {
    position: fixed;
    inset: 3.75rem 0 auto;
    inline-size: min(66rem, 100vw - 2rem);
    max-block-size: calc(100dvh - 5rem);
    margin: 0 auto;
    padding: 1rem;
    overflow: auto;
    overscroll-behavior: contain;
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.75rem;
    box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 25%);
  }
  .overlay {
    position: fixed;
    inset: 3.75rem 0 auto;
    inline-size: min(44rem, 100vw - 1rem);
    max-block-size: calc(100dvh - 5rem);
    margin: 0 auto;
    padding: 1rem;
    overflow: auto;
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.75rem;
    box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 25%);
  }
  .overlay > .sheet-head {
    inset-block-start: -1rem;
    margin-block-end: 0.6rem;
  }
  .saving {
    inline-size: 100%;
    margin-block-end: 0.9rem;
  }
  .search input {
    font: inherit;
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0.3rem 0.75rem;
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.5rem;
  }
  .sheets .search input {
    min-block-size: 2.75rem;
  }
  .help {
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.75rem;
    inline-size: min(56rem, 100vw - 1.5rem);
    max-block-size: calc(100dvh - 2rem);
    padding: 1.25rem 1.5rem;
  }
  .help::backdrop {
    background: rgb(0 0 0 / 45%);
  }
`;
