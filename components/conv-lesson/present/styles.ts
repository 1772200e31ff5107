import { css } from 'lit';

/** Of a lesson that is presented, in either of the two windows. Important where a page's own style of the lesson would win. */
export const presentStyles = css`
  :host([data-layout='slide']),
  :host([data-layout='console']) {
    position: fixed !important;
    inset: 0 !important;
    z-index: 1000;
    max-inline-size: none !important;
    margin: 0 !important;
    padding: 0 !important;
    background: var(--_background);
    overflow: auto;
  }
  :host([data-layout='slide']) {
    display: grid !important;
    grid-template-rows: minmax(0, 1fr) auto;
    overflow: hidden;
  }
  :host([data-layout='slide']) :focus-visible {
    outline-width: 4px;
  }
  /* Pictures are wider than they are high: above the text the cells become largest. */
  :host([data-layout='slide']) .lesson {
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    padding: 0.5rem 1.25rem 0;
    min-block-size: 0;
  }
  :host([data-layout='slide']) .stage {
    grid-area: 1 / 1;
    position: static;
    border: 0;
    padding: 0;
    min-block-size: 0;
    grid-template-rows: minmax(0, 1fr);
  }
  :host([data-layout='slide']) nav {
    display: none;
  }
  :host([data-layout='slide']) .picture {
    min-block-size: 0;
    overflow: auto;
    scrollbar-width: thin;
  }
  :host([data-layout='slide']) conv-figure,
  :host([data-layout='slide']) ::slotted(conv-figure) {
    --conv-scene-height: 100%;
    --_scene-least: 9rem;
    --conv-matrix-height: calc(100vh - 12rem);
    --_matrix-beside: 2rem;
    --_legend-size: 0.68rem;
    --_terms-above-chain: none;
    block-size: 100%;
  }
  /* What the bar below, the margins and the frame leave; and beside the way to the explorer. */
  :host([data-layout='slide']) conv-figure::part(channels) {
    max-block-size: calc(100vh - 5rem);
    padding-inline-end: 2.5rem;
  }
  :host([data-layout='slide']) conv-figure::part(tools),
  :host([data-layout='slide']) conv-figure::part(sentence),
  :host([data-layout='slide']) conv-figure::part(notes),
  :host([data-layout='slide']) conv-figure::part(accuracy) {
    display: none;
  }
  :host([data-layout='slide']) conv-figure::part(figure) {
    padding: 0.4rem 0.6rem;
    row-gap: 0;
  }
  :host([data-layout='slide']) .text {
    grid-area: 2 / 1;
    max-block-size: 38vh;
    padding: 0.5rem 0 0.25rem;
    overflow: auto;
    scrollbar-width: thin;
    line-height: 1.45;
  }
  :host([data-layout='slide']) ::slotted(conv-step) {
    font-size: var(--_slide-text, 1em);
    /* A mouse points at it, and all of a question has to be seen. */
    --_target: 2.3em;
    min-block-size: 0 !important;
    padding-block-end: 0 !important;
  }
  :host([data-layout='slide'][data-columns]) ::slotted(conv-step) {
    columns: 22em auto;
    column-gap: 2.5rem;
  }
  :host([data-layout='slide']) ::slotted(conv-step:not([aria-current='step'])) {
    display: none !important;
  }

  /* A question with its answers has to be seen whole, and so has a high picture: each takes the height beside the other. */
  @media (orientation: landscape) {
    :host([data-layout='slide']:is([data-asks], [data-high])) .lesson {
      grid-template: minmax(0, 1fr) / minmax(0, 7fr) minmax(0, 5fr);
      column-gap: 1rem;
    }
    :host([data-layout='slide']:is([data-asks], [data-high])) .text {
      grid-area: 1 / 2;
      max-block-size: none;
    }
    :host([data-layout='slide']:is([data-asks], [data-high])) ::slotted(conv-step) {
      columns: auto;
    }
  }

  .slide-bar,
  .console-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem;
    padding: 0.35rem 1.25rem;
  }
  .slide-bar {
    border-block-start: 1px solid var(--_line);
    font-size: 0.8rem;
  }
  .slide-bar .place {
    flex: 0 0 auto;
  }
  .slide-bar .room {
    flex: 1 1 auto;
  }
  .slide-bar .note {
    color: var(--_warning);
  }
  .speed,
  .clock {
    font-variant-numeric: tabular-nums;
    min-inline-size: 3ch;
    text-align: center;
  }
  .blank {
    position: fixed;
    inset: 0;
    z-index: 1;
    background: #000;
    color: #767676;
    display: grid;
    align-items: end;
    justify-items: center;
    padding: 2rem;
  }
  .laser {
    position: fixed;
    inset: 0 auto auto 0;
    z-index: 2;
    inline-size: 3.5rem;
    block-size: 3.5rem;
    margin: -1.75rem 0 0 -1.75rem;
    box-sizing: border-box;
    border: 0.4rem solid #d4003c;
    border-radius: 50%;
    box-shadow:
      0 0 0 0.15rem #fff,
      inset 0 0 0 0.15rem #fff;
    pointer-events: none;
  }

  .console {
    display: grid;
    grid-template: auto auto auto 1fr / minmax(0, 1fr) minmax(0, 1fr);
    gap: 0 2rem;
    align-content: start;
    padding: 1rem 1.5rem;
  }
  .console > .notes {
    grid-area: 3 / 2 / span 2;
  }
  .console > header,
  .console > .console-bar,
  .console > .told {
    grid-column: 1 / -1;
  }
  .console > header {
    display: flex;
    justify-content: space-between;
    font-size: 1.75rem;
  }
  .console > .console-bar {
    padding-inline: 0;
  }
  .console section > h2 {
    font-size: 0.9rem;
    font-weight: 600;
    color: var(--_muted);
  }
  .console .told {
    color: var(--_warning);
    min-block-size: 1.5em;
    margin: 0.25rem 0;
  }
  .console .guide {
    grid-column: 1 / -1;
    margin-block: 1rem;
  }
  .console .guide iframe {
    inline-size: 100%;
    block-size: 60vh;
    border: 1px solid var(--_line);
    border-radius: 0.5rem;
  }
  .console .small {
    margin-block-start: 1rem;
  }
  .console .small conv-figure,
  .console .small ::slotted(conv-figure) {
    --conv-scene-height: clamp(9rem, 28vh, 20rem);
    --conv-matrix-height: 40vh;
  }
  .console .small conv-figure::part(tools),
  .console .small conv-figure::part(sentence),
  .console .small conv-figure::part(foot),
  .console .small conv-figure::part(notes),
  .console .small conv-figure::part(accuracy) {
    display: none;
  }
  .console .notes p {
    font-size: 1.15rem;
  }
  .console ::slotted(conv-step[slot='then']) {
    font-size: 0.9em;
  }
  .console ::slotted(conv-step) {
    /* Whichever step the address names, the window stays at its beginning. */
    scroll-margin-block-start: 100vh;
    padding-block-end: 0 !important;
    min-block-size: 0 !important;
  }
  @media (width < 40rem) {
    .console {
      grid-template: none / minmax(0, 1fr);
    }
    .console > .notes {
      grid-area: auto;
    }
  }
`;
