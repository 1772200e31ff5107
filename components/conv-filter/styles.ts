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
