import { css } from 'lit';

/**
 * Where things stand. With room: header, picker, and side by side the stage and the side panel, each with a scroll of its
 * own, in one screen. Without: one column, transport and tabs at the lower edge, the rest in sheets; `--_sheets` tells the
 * script.
 */
export const pageStyles = css`
  :host {
    background: var(--_background);
    min-block-size: 100vh;
  }
  .page {
    --_gap: clamp(0.5rem, 0.9vw, 1rem);
    container: page / inline-size;
    max-inline-size: 150rem;
    margin-inline: auto;
  }
  .skip:focus {
    inset: 0.5rem auto auto 0.5rem;
    inline-size: auto;
    block-size: auto;
    margin: 0;
    padding: 0.5rem 1rem;
    clip-path: none;
    z-index: 10;
    color: var(--_on-accent);
    background: var(--_accent);
    border-radius: 0.5rem;
  }
  main:focus-visible {
    outline-offset: -3px;
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
  .areas {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    padding: var(--_gap);
  }
  @container page (width < 60rem) {
    .areas {
      --_sheets: tall;
    }
  }
  @media (height < 30rem) {
    .areas {
      --_sheets: low;
    }
  }
  .areas.roomy {
    grid-template:
      'header header' auto
      'picker picker' auto
      'notices notices' auto
      'stage side' minmax(0, 1fr)
      / minmax(0, 1fr) clamp(19rem, 24cqi, 27rem);
    gap: 0 calc(var(--_gap) * 1.5);
    padding-inline: calc(var(--_gap) * 2);
    padding-block-end: 0;
    block-size: max(100dvh, 38rem);
  }
  .roomy > :is(header, .variants, .notices) {
    margin-block-end: var(--_gap);
  }
  header {
    grid-area: header;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 1rem;
  }
  .variants {
    grid-area: picker;
    min-inline-size: 0;
  }
  .notices {
    grid-area: notices;
  }
  .notices p,
  .notices ul {
    margin: 0 0 0.4rem;
  }
  .roomy main {
    grid-area: stage;
    min-block-size: 0;
    min-inline-size: 0;
  }
  .sheets > * {
    grid-area: auto;
    min-inline-size: 0;
  }
  h2 {
    font-size: 1rem;
    margin: 0 0 0.5rem;
  }
  .note {
    margin: 0;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
`;
