import { css } from 'lit';

/** Picture and result over or beside each other, the wipe between them, and the mark of a pixel. */
export const stageStyles = css`
  .stage {
    position: relative;
    inline-size: min(100%, calc(max(18rem, 100vh - 16rem) * var(--ratio)));
    user-select: none;
    -webkit-user-select: none;
  }
  .stage.beside {
    inline-size: min(100%, calc(max(18rem, 100vh - 16rem) * var(--ratio) * 2));
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    cursor: crosshair;
  }
  .beside .frame {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.5rem;
  }
  .pane {
    position: relative;
    overflow: hidden;
    outline: 1px solid var(--_line);
    background: repeating-linear-gradient(
      45deg,
      var(--_surface) 0 6px,
      color-mix(in srgb, var(--_surface) 88%, var(--_ink)) 6px 7px
    );
  }
  .wipe .pane {
    grid-area: 1 / 1;
  }
  .wipe .result {
    clip-path: inset(0 0 0 var(--wipe));
  }
  .wipe .result.none {
    visibility: hidden;
  }
  .pane canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .pane canvas.pixelated {
    image-rendering: pixelated;
  }
  .none canvas {
    visibility: hidden;
  }
  .marker {
    position: absolute;
    min-inline-size: 0.7rem;
    min-block-size: 0.7rem;
    translate: -50% -50%;
    box-sizing: content-box;
    border: 2px solid #fff;
    outline: 2px solid #000;
    box-shadow: inset 0 0 0 1px #000;
    border-radius: 2px;
    pointer-events: none;
    forced-color-adjust: none;
  }
  .marker.pinned {
    outline: 3px solid var(--_kernel);
  }
  .handle {
    position: absolute;
    inset-block: 0;
    left: var(--wipe);
    inline-size: 2px;
    margin-inline-start: -1px;
    background: #fff;
    box-shadow: 0 0 0 1px rgb(0 0 0 / 0.55);
    pointer-events: none;
    cursor: ew-resize;
  }
  .handle:focus-visible {
    outline-offset: 1px;
  }
  .grip {
    position: absolute;
    inset-block-end: 8%;
    left: 50%;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    translate: -50% 0;
    border-radius: 50%;
    background: #fff;
    box-shadow:
      0 0 0 1px rgb(0 0 0 / 0.55),
      0 2px 8px rgb(0 0 0 / 0.35);
    pointer-events: auto;
    touch-action: none;
    forced-color-adjust: none;
  }
  .grip path {
    fill: none;
    stroke: #1d2126;
    stroke-width: 1.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .tag {
    position: absolute;
    inset-block-start: 0.5rem;
    padding: 0.1rem 0.5rem;
    border-radius: 0.5rem;
    background: rgb(0 0 0 / 0.62);
    color: #fff;
    font-size: 0.8125rem;
    pointer-events: none;
  }
  .tag.left {
    left: 0.5rem;
  }
  .tag.right {
    right: 0.5rem;
  }
  .beside .tag.left {
    left: 0.5rem;
  }
`;
