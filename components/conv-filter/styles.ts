import { css } from 'lit';

export const filterStyles = css`
  :host {
    container-type: inline-size;
    background: var(--_background);
  }
  .laboratory {
    position: relative;
    display: grid;
    gap: 1.25rem 2rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .laboratory.dragging::after {
    content: attr(data-drop);
    position: absolute;
    inset: -0.5rem;
    z-index: 3;
    display: grid;
    place-items: center;
    border: 3px dashed var(--_accent);
    border-radius: 0.75rem;
    background: color-mix(in srgb, var(--_background) 85%, transparent);
    font-size: 1.25rem;
    pointer-events: none;
  }
  .main {
    order: -1;
    display: grid;
    gap: 0.75rem;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .controls,
  .group {
    display: grid;
    gap: 0.6rem;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .controls {
    gap: 1.1rem 1.5rem;
  }
  .pairs {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .pairs .wide {
    grid-column: 1 / -1;
  }
  .group + .group {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 1.1rem;
  }
  @container (min-width: 40rem) {
    .controls {
      grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
    }
    .group + .group {
      border: 0;
      padding: 0;
    }
  }
  @container (min-width: 60rem) {
    .laboratory {
      grid-template-columns: 16rem minmax(0, 1fr);
    }
    .main {
      order: 0;
    }
    .controls {
      grid-row: 1 / span 2;
      grid-template-columns: minmax(0, 1fr);
    }
    .group + .group {
      border-block-start: 1px solid var(--_line);
      padding-block-start: 1.1rem;
    }
  }
  @container (min-width: 72rem) {
    .laboratory.wiped {
      grid-template-columns: 16rem minmax(0, 1fr) 19rem;
    }
  }
  @container (min-width: 96rem) {
    .laboratory {
      grid-template-columns: 16rem minmax(0, 1fr) 19rem;
    }
  }
  .field {
    display: grid;
    gap: 0.25rem;
    align-content: start;
    font-size: 0.9375rem;
    min-inline-size: 0;
  }
  .field :is(select, input) {
    inline-size: 100%;
  }
  .field input {
    padding-inline: 0.5rem;
    font-variant-numeric: tabular-nums;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .weights {
    display: grid;
    gap: 0.25rem;
  }
  .weights input {
    inline-size: 100%;
    min-inline-size: 0;
    padding-inline: 0.15rem;
    text-align: center;
    font-family: var(--_number-font, monospace);
    font-size: 0.9375rem;
    border-color: color-mix(in srgb, var(--_kernel) 65%, var(--_control-line));
    appearance: textfield;
  }
  .weights input::-webkit-inner-spin-button {
    appearance: none;
    margin: 0;
  }
  .weights.dense {
    gap: 0.15rem;
  }
  .weights.dense input {
    font-size: 0.75rem;
    padding-inline: 0;
    border-radius: 0.3rem;
  }
  p {
    margin: 0;
  }
  h3 {
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
  }
  .small {
    font-size: 0.875rem;
    color: var(--_muted);
    text-wrap: pretty;
    max-inline-size: 60rem;
  }
  .look {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1.25rem;
  }
  .legend {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    font-size: 0.875rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .ramp {
    inline-size: 7rem;
    block-size: 0.75rem;
    outline: 1px solid var(--_line);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
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
  .status {
    display: grid;
    gap: 0.4rem;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    min-block-size: 1.4em;
    font-size: 0.9375rem;
    font-variant-numeric: tabular-nums;
  }
  .computing {
    color: var(--_accent);
    animation: appear 0s 0.15s both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  .told,
  .refusal {
    padding: 0.35rem 0.6rem;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_surface);
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
  }
  .refusal {
    border-inline-start-color: var(--_warning);
  }
  @media (forced-colors: active) {
    .refusal {
      border-inline-start-style: double;
    }
  }
`;

export const loupeStyles = css`
  .loupe {
    display: grid;
    gap: 0.75rem;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
    min-block-size: 16rem;
  }
  @container (max-width: 60rem) {
    .loupe {
      order: -1;
    }
  }
  .scroll {
    overflow-x: auto;
    padding: 2px;
    justify-self: start;
    max-inline-size: 100%;
  }
  .taps {
    border-collapse: separate;
    border-spacing: 3px;
    margin: -3px;
    font-family: var(--_number-font, monospace);
    font-variant-numeric: tabular-nums;
  }
  .taps td {
    padding: 0;
    text-align: center;
    vertical-align: top;
  }
  .taps b {
    display: block;
    padding: 0.3rem 0.35rem;
    min-inline-size: 2.9rem;
    border: 1px solid var(--_line);
    border-radius: 0.25rem;
    font-weight: 600;
    font-size: 0.9375rem;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .taps .padding b {
    border-style: dashed;
    border-color: var(--_control-line);
    color: var(--_muted);
    font-weight: 400;
  }
  .taps span {
    font-size: 0.8125rem;
    color: var(--_kernel);
    white-space: nowrap;
  }
  .taps.dense b {
    min-inline-size: 2.2rem;
    padding: 0.15rem 0.2rem;
    font-size: 0.75rem;
  }
  .taps.dense span {
    font-size: 0.6875rem;
  }
  .sum {
    font-size: 1.0625rem;
    line-height: 1.4;
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_output);
    text-wrap: pretty;
  }
`;
