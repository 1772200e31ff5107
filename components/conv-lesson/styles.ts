import { css } from 'lit';

export const lessonStyles = css`
  .lesson {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .stage {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: grid;
    gap: 0.5rem;
    align-content: start;
    padding-block: 0.5rem;
    background: var(--_background);
    border-block-end: 1px solid var(--_line);
  }
  .text {
    padding-block: 1.5rem 4rem;
    min-inline-size: 0;
  }
  conv-figure,
  ::slotted(conv-figure) {
    --conv-scene-height: clamp(10rem, 32vh, 20rem);
  }
  ::slotted(conv-step) {
    min-block-size: 45vh;
    padding-block-end: 2.5rem;
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .picture {
    position: relative;
  }
  /* In the corner of the scene, where no line of buttons grows by it. */
  .out {
    position: absolute;
    inset: 1px 1px auto auto;
    z-index: 1;
    display: grid;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    color: var(--_accent);
    border-radius: 0.75rem;
  }
  .out:hover {
    background: var(--_surface);
  }
  .place {
    flex: 1 1 auto;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  :host([data-layout='beside']) .lesson {
    grid-template-columns: minmax(19rem, 5fr) minmax(0, 8fr);
    column-gap: clamp(1.5rem, 3vw, 3.5rem);
    align-items: start;
  }
  :host([data-layout='beside']) .stage {
    grid-area: 1 / 2;
    border: 0;
    padding-block: 1rem;
    block-size: 100vh;
    grid-template-rows: auto minmax(0, 1fr);
  }
  /* The scene takes the height that is left. Where the window is too low even so, the figure scrolls and the buttons stay. */
  :host([data-layout='beside']) .picture {
    overflow: auto;
    scrollbar-width: thin;
  }
  :host([data-layout='beside']) .text {
    grid-area: 1 / 1;
    padding-block-end: 18vh;
  }
  :host([data-layout='beside']) conv-figure,
  :host([data-layout='beside']) ::slotted(conv-figure) {
    --conv-scene-height: 100%;
    /* What the buttons above a tall matrix and the words below it leave. */
    --conv-matrix-height: clamp(14rem, 100vh - 27rem, 40rem);
    --_matrix-beside: 6.5rem;
    block-size: 100%;
  }
  @media (height < 49rem) {
    :host([data-layout='beside']) conv-figure,
    :host([data-layout='beside']) ::slotted(conv-figure) {
      --_scene-least: 9rem;
    }
    :host([data-layout='beside']) conv-figure::part(tools) {
      display: none;
    }
  }
  /*
   * The buttons below it keep their place when the sentence grows; where no picture stands above it, the way to the explorer stands
   * at its end.
   */
  :host([data-layout='beside']) conv-figure::part(sentence) {
    min-block-size: 2.9em;
    padding-inline-end: 2.5rem;
  }
  :host([data-layout='beside']) ::slotted(conv-step) {
    min-block-size: 72vh;
  }
  :host([data-layout='compact']) {
    .words {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      white-space: nowrap;
    }
    nav button {
      min-inline-size: 2.75rem;
      min-block-size: 2.75rem;
    }
    /* Numbers that can be read say more than what colours mean. */
    conv-figure::part(foot),
    conv-figure::part(sentence) {
      display: none;
    }
    conv-figure::part(figure) {
      padding: 0.4rem;
      gap: 0;
    }
    .place {
      flex: 1 1 0;
      font-size: 0.875rem;
      white-space: normal;
    }
    conv-figure {
      --conv-scene-height: clamp(12rem, 36vh, 22rem);
      --conv-matrix-height: 40vh;
    }
    /* A matrix with all that is said of it would leave no room for the text. */
    .picture {
      max-block-size: 52vh;
      overflow: auto;
      scrollbar-width: thin;
    }
  }

  @media print {
    .stage {
      position: static;
    }
    :host([data-handout]) .stage {
      display: none;
    }
    :host([data-handout]) .lesson {
      display: block;
    }
    :host([data-handout]) .text {
      padding-block: 0;
    }
    nav,
    .out {
      display: none;
    }
    ::slotted(conv-step) {
      min-block-size: 0 !important;
      padding-block-end: 1rem !important;
    }
  }
`;
