import { css } from 'lit';

/** The words over the picture. */
export const labelStyles = css`
  .labels {
    position: absolute;
    inset: 0;
    pointer-events: none;
    font-size: clamp(0.75rem, 0.4rem + 0.7vw, 1.25rem);
    line-height: 1.2;
  }
  .labels span {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    white-space: nowrap;
    color: var(--_muted);
    padding-inline: 0.2em;
    border-radius: 0.25em;
    background: color-mix(in srgb, var(--_background) 78%, transparent);
  }
  .labels span.active {
    color: var(--_ink);
    font-weight: 600;
  }
`;

export const sceneStyles = css`
  :host {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    grid-template-columns: minmax(0, 1fr);
    min-block-size: var(--_scene-least, 14rem);
    block-size: var(--conv-scene-height, clamp(16rem, 52vmin, 34rem));
    background: var(--_background);
  }
  .stage {
    position: relative;
    overflow: hidden;
    min-block-size: 0;
  }
  .lack {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    margin: 0;
    padding: 1.5rem;
    text-align: center;
    text-wrap: balance;
    color: var(--_muted);
    pointer-events: none;
  }
  .stage:focus-visible {
    outline: none;
  }
  .stage:focus-visible::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 3px solid var(--_accent);
    border-radius: 0.7rem 0.7rem 0 0;
    pointer-events: none;
  }
  canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    display: block;
    touch-action: pan-y;
    cursor: grab;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2rem 1rem;
    padding: 0.35rem;
    border-block-start: 1px solid var(--_line);
    background: var(--_background);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
  }
  .tools button {
    flex: none;
    font-size: 0.875rem;
    min-block-size: 2rem;
    min-inline-size: 2rem;
    padding: 0.15rem 0.5rem;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 1.35em;
    font-size: var(--_legend-size, 0.8125rem);
    color: var(--_muted);
  }
  .scale {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    white-space: nowrap;
  }
  .ramp {
    display: inline-flex;
    border: 1px solid var(--_control-line);
  }
  .ramp i {
    inline-size: 0.6em;
    block-size: 0.8em;
    forced-color-adjust: none;
  }
  .end {
    font-variant-numeric: tabular-nums;
  }
  @media (width < 40rem) {
    .tools button {
      font-size: 0.8125rem;
      padding-inline: 0.35rem;
    }
    .tools .keys {
      display: none;
    }
    .legend {
      font-size: 0.75rem;
      gap: 0 0.6rem;
    }
    .ramp i {
      inline-size: 0.3rem;
    }
  }
  /* All of them in one row: the view that is named again is reset as well. */
  @media (width < 26rem) {
    .tools {
      gap: 0.15rem;
    }
    .foot {
      padding-inline: 0;
    }
    .tools button {
      font-size: 0.75rem;
      padding-inline: 0.15rem;
      min-inline-size: 1.75rem;
    }
    .tools .reset {
      display: none;
    }
  }
  dialog {
    color: var(--_ink);
    background: var(--_background);
    border: 1px solid var(--_control-line);
    border-radius: 0.75rem;
    max-inline-size: min(32rem, calc(100vw - 2rem));
    padding: 1.25rem;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog h2 {
    margin: 0 0 0.25rem;
    font-size: 1.15rem;
  }
  dl {
    margin: 0.75rem 0;
    display: grid;
    gap: 0.3rem;
  }
  dl div {
    display: grid;
    grid-template-columns: 9.5rem 1fr;
    gap: 0.75rem;
  }
  dd {
    margin: 0;
  }
  kbd {
    font-family: var(--_number-font, monospace);
    font-size: 0.9em;
    border: 1px solid var(--_control-line);
    border-radius: 0.3em;
    padding: 0.05em 0.4em;
  }
`;
