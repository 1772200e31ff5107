import { css } from 'lit';

/** The layer at work and the views around it. */
export const stageStyles = css`
  .stage h2 {
    font-size: 1.15rem;
    margin: 0;
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 0.4rem 1.5rem;
  }
  .about {
    margin: 0;
    max-inline-size: 110ch;
    color: var(--_muted);
    font-size: 0.9375rem;
  }
  .tools,
  .toggles {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem;
  }
  .told {
    color: var(--_muted);
    font-size: 0.875rem;
  }
  .told:empty {
    display: none;
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
  .note {
    margin: 0;
    color: var(--_muted);
    font-size: 0.9375rem;
  }
  .note {
    font-size: 0.875rem;
  }
  .panels .note {
    margin-block-end: 0.6rem;
  }
  .stage {
    --_scene-height: clamp(18rem, 54vh, 70rem);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
  }
  /* Several stages or lanes stand one below the other. */
  .stage.tall {
    --_scene-height: clamp(20rem, 61vh, 76rem);
  }
  /* The buttons above the scene and the controls below it take two lines each. */
  @media (width < 72rem) {
    .stage,
    .stage.tall {
      --_scene-height: clamp(18rem, 49vh, 70rem);
    }
  }
  conv-scene {
    block-size: var(--_scene-height);
    border: 1px solid var(--_line);
    border-radius: 0.75rem;
    overflow: hidden;
  }
  @media (width < 40rem) {
    .stage,
    .stage.tall {
      --_scene-height: clamp(28rem, 70vh, 40rem);
    }
  }
  .sentence {
    margin: 0;
    min-block-size: 1.45em;
    max-inline-size: 80ch;
  }
  .content {
    container-type: inline-size;
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-content: start;
    min-inline-size: 0;
  }
  @container (width >= 50rem) {
    .stage.pair {
      grid-template-columns: minmax(0, 9fr) minmax(0, 5fr);
      column-gap: 0.75rem;
    }
    .stage.pair > * {
      grid-column: 1 / -1;
    }
    .stage.pair > .heading {
      grid-row: 1;
    }
    .stage.pair > conv-scene {
      grid-area: 2 / 1;
    }
    .stage.pair > .beside {
      grid-area: 2 / 2;
      block-size: var(--_scene-height);
      overflow: auto;
      scrollbar-width: thin;
      border: 1px solid var(--_line);
      border-radius: 0.75rem;
    }
    .stage.pair:fullscreen > .beside {
      block-size: auto;
      min-block-size: 0;
    }
    .beside > .view {
      border: none;
    }
    .beside > .view + .view {
      border-block-start: 1px solid var(--_line);
      border-radius: 0;
    }
  }
  .pick {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem 0.6rem;
    margin-block-end: 0.6rem;
  }
  .panels section,
  .view {
    border: 1px solid var(--_line);
    border-radius: 0.75rem;
    padding: 0.9rem;
    min-inline-size: 0;
  }
`;
