import { css } from 'lit';

/** Views in their frames: beside each other while there is room, else one below the other. */
export const tileStyles = css`
  .tiles {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
    min-block-size: 0;
  }
  .tile {
    border: 1px solid var(--_line);
    border-radius: 0.75rem;
    padding: 0.75rem;
    min-inline-size: 0;
    overflow: auto;
    scrollbar-width: thin;
  }
  .tile.scene,
  .tile.road {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding: 0;
    overflow: hidden;
  }
  .tile.scene {
    grid-template-rows: minmax(0, 1fr);
  }
  .tile.road {
    grid-template-rows: auto minmax(0, 1fr);
  }
  .tile.road h3 {
    margin: 0;
    padding: 0.35rem 0.6rem 0;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--_muted);
  }
  /* Turning, presets and full screen are the first scene's. */
  .tile.road conv-scene::part(tools) {
    display: none;
  }
  .tile conv-scene {
    block-size: 100%;
    min-block-size: 0;
  }
  /* On the stage a view takes the room that there is, and scrolls what is longer. */
  .roomy .tiles > .tile {
    contain: size;
  }
  /* The table of the channels becomes less high where its tile is low. */
  .roomy .tiles > .tile.channels {
    container-type: size;
  }
  .tiles > .tile conv-channels {
    max-block-size: 100cqb;
  }
  @container stage (width >= 40rem) {
    .tiles.of-2 {
      grid-template-columns: minmax(0, 9fr) minmax(0, 5fr);
    }
    .tiles.of-2:has(.road) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .tiles.of-4 {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    /* Three views and what is read of them: two by two. */
    .roomy .first.of-3 {
      grid-template: auto minmax(16rem, 1fr) minmax(15rem, 1fr) auto / repeat(2, minmax(0, 1fr));
    }
    .of-3 > :is(.heading, .dock, .status) {
      grid-column: 1 / -1;
    }
    .roomy .of-3 > .tiles {
      display: contents;
    }
    .roomy .of-3 > .reading {
      grid-area: 3 / 2;
      contain: size;
      overflow: auto;
      scrollbar-width: thin;
    }
    .roomy .of-3 > .dock {
      grid-row: 4;
    }
  }
  .roomy .tiles {
    grid-auto-rows: minmax(15rem, 1fr);
  }
  .first:is(.of-3, .of-4) conv-scene::part(tools) {
    display: none;
  }
  .sheets .tiles > :is(.scene, .road) {
    block-size: clamp(15rem, 50svh, 40rem);
  }
  @media (height >= 44rem) {
    .sheets .tall > .tiles > .scene {
      block-size: clamp(28rem, 63svh, 46rem);
    }
  }
  .pick {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem 0.6rem;
    margin-block-end: 0.6rem;
  }
`;
