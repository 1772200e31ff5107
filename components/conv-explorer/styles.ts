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
  .menu {
    position: fixed;
    inset: auto;
    inline-size: min(52rem, 100vw - 12px);
    margin: 0;
    padding: 0.75rem;
    overflow: auto;
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.75rem;
    box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 25%);
  }
  .menu p {
    margin: 0 0 0.4rem;
    color: var(--_muted);
    font-size: 0.875rem;
  }
  .columns {
    columns: 3 15rem;
    column-gap: 1rem;
  }
  .menu section {
    break-inside: avoid;
    margin-block-end: 0.6rem;
  }
  .menu h3 {
    margin: 0 0 0.1rem;
    padding-inline: 0.5rem;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--_muted);
  }
  .menu ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .menu a {
    display: block;
    padding: 0.25rem 0.5rem;
    border-radius: 0.4rem;
    font-size: 0.9375rem;
    color: var(--_ink);
    text-decoration: none;
  }
  .menu a:hover {
    background: var(--_surface);
    text-decoration: underline;
  }
  .menu a[aria-current='true'] {
    box-shadow: inset 3px 0 0 var(--_accent);
    background: var(--_surface);
  }
  .notices p,
  .notices ul {
    margin: 0 0 0.4rem;
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
  .panels {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    align-items: start;
  }
  .content {
    container-type: inline-size;
  }
  .more {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: clamp(0.75rem, 1.5vw, 1.5rem);
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
