import { css } from 'lit';

/** Small screens: transport and tabs in reach of the thumb, everything else in a sheet from below. */
export const sheetStyles = css`
  .areas.sheets {
    padding-block-end: 0;
    gap: 0.4rem;
  }
  /* What is inside stands in the stage itself, so that the dock sticks all the way down. */
  .sheets .first {
    display: contents;
  }
  .sheets .stage {
    gap: 0.5rem;
  }
  .sheets .first > .heading > h2 {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .sheets .about {
    font-size: 0.8125rem;
    line-height: 1.35;
  }
  /* The digits of lanes and stages need its room. */
  @media (height < 50rem) {
    .sheets .tall .about {
      display: none;
    }
  }
  .sheets .dock {
    order: 1;
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.4rem;
    margin-inline: calc(var(--_gap) * -1);
    padding: 0.4rem var(--_gap) max(0.4rem, env(safe-area-inset-bottom));
    background: var(--_background);
    border-block-start: 1px solid var(--_line);
  }
  .sheets .tabs {
    display: grid;
    grid-template-columns: repeat(4, auto);
    gap: 0.4rem;
  }
  .sheets .tabs button {
    min-block-size: 2.75rem;
    padding-inline: 0.25rem;
  }
  .sheets .sheet[popover] {
    position: fixed;
    inset: auto 0 0;
    inline-size: 100%;
    max-inline-size: 44rem;
    max-block-size: min(70dvh, 100dvh - 3rem);
    margin: 0 auto;
    padding: 0.75rem;
    padding-block-start: 1.25rem;
    overflow: auto;
    overscroll-behavior: contain;
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-block-end: none;
    border-radius: 1rem 1rem 0 0;
    box-shadow: 0 -0.5rem 1.5rem rgb(0 0 0 / 25%);
  }
  /* The handle. */
  .sheets .sheet[popover]::before {
    content: '';
    position: absolute;
    inset-block-start: 0.5rem;
    inset-inline: calc(50% - 1.25rem);
    block-size: 0.25rem;
    border-radius: 1rem;
    background: var(--_control-line);
  }
  .sheet-head {
    position: sticky;
    inset-block-start: -1.25rem;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-block: 0.3rem;
    background: var(--_background);
  }
  .sheets .panel {
    scroll-margin-block-start: 3.5rem;
  }
  .sheet-head h2 {
    margin: 0;
    font-size: 1.125rem;
  }
  .sheet-head button,
  .sheets .toggles button {
    min-block-size: 2.75rem;
  }
  .sheets .toggles button {
    flex: 1 1 8rem;
  }
  .more .entries {
    display: grid;
    gap: 0.5rem;
  }
  .more :is(label, select, button) {
    min-block-size: 2.75rem;
  }
  .more label {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.6rem;
  }
  /* Here is room for the names of the menus. */
  .more label > .visually-hidden {
    position: static;
    inline-size: auto;
    block-size: auto;
    margin: 0;
    clip-path: none;
  }
  @media (height < 30rem) {
    .areas.sheets {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
    }
    .sheets main {
      grid-column: 1 / -1;
    }
    .sheets .stage {
      grid-template-columns: minmax(0, 5fr) minmax(0, 4fr);
    }
    .sheets :is(.stage, .first) > * {
      grid-column: 1 / -1;
    }
    .sheets .about {
      display: none;
    }
    .sheets .first > .tiles {
      grid-area: 1 / 1;
    }
    .sheets .first > .reading {
      grid-area: 1 / 2;
    }
    .sheets .tiles > :is(.scene, .road) {
      block-size: calc(100svh - 7.75rem);
    }
    .sheets .tile.scene conv-scene::part(tools) {
      display: none;
    }
    .sheets .dock {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
`;
