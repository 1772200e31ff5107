import { css } from 'lit';

/** The layer at work: heading, views, transport and reading in one screen, the long views below. */
export const stageStyles = css`
  main {
    container: stage / inline-size;
  }
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-auto-rows: max-content;
    gap: var(--_gap);
    background: var(--_background);
  }
  .roomy .stage {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    overflow-y: auto;
    scrollbar-width: thin;
    padding-block-end: var(--_gap);
    /* What scrolls is cut at whole pixels by WebKit: the last one would take the frames' edge along. */
    padding-inline-end: 1px;
  }
  .roomy .stage > * {
    flex: none;
  }
  .first {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  /* What lies below shows its upper edge. */
  .roomy .first {
    /* Numbers in the cells come before the last lines of the formula. */
    grid-template-rows: auto minmax(min(25rem, 52vh), 1fr) auto auto;
    min-block-size: calc(100% - 0.25rem);
  }
  .roomy .first.tall:not(.of-3) {
    grid-template-rows: auto minmax(min(32rem, 64vh), 1fr) auto auto;
  }
  .roomy .stage:has(> .tile) .first {
    min-block-size: calc(100% - 2rem);
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.1rem 1.25rem;
  }
  .heading h2 {
    font-size: 1.15rem;
    margin: 0;
  }
  .about {
    flex-basis: 100%;
    margin: 0;
    color: var(--_muted);
    font-size: 0.9375rem;
  }
  .about.welcome {
    color: var(--_accent);
    font-weight: 500;
  }
  .toggles {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
  }
  .roomy .views {
    margin-inline-start: auto;
  }
  .roomy .toggles button {
    min-block-size: 2rem;
    padding-block: 0.1rem;
    font-size: 0.875rem;
  }
  .sentence {
    margin: 0;
    /* Two lines: pointing at a cell must not move the picture. */
    min-block-size: 2.9em;
    line-height: 1.45;
    font-weight: 500;
  }
  .reading {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.35rem;
    align-content: start;
    min-inline-size: 0;
  }
  .stage > .note {
    padding-inline: 0.25rem;
  }
  .source {
    margin: 0;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .stage:fullscreen {
    block-size: 100%;
    padding: 1rem;
    overflow: auto;
  }
  .stage:fullscreen .first {
    grid-template-rows: auto minmax(50vh, 1fr) auto;
    min-block-size: 100%;
  }
  /* The room round the screen is the dock's too, or what scrolls by shows below it. */
  .stage:fullscreen .dock {
    inset-block-end: -1rem;
  }
  .tabs {
    display: none;
  }
`;
