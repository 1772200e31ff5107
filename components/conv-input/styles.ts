import { css } from 'lit';

export const inputStyles = css`
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(4rem, 7rem) minmax(0, 1fr);
    gap: 0.5rem;
    align-items: center;
  }
  .preview {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5rem;
  }
  .preview canvas {
    inline-size: auto;
    block-size: 5rem;
    max-inline-size: 100%;
    object-fit: contain;
    image-rendering: pixelated;
    border: 1px solid var(--_line);
  }
  .preview span {
    display: grid;
    justify-items: start;
    font-size: 0.75rem;
    color: var(--_muted);
  }
  .preview span canvas {
    block-size: 3rem;
  }
  .camera,
  .pad {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 0.5rem;
  }
  .camera:not(:has(video, p)) {
    display: none;
  }
  video {
    inline-size: 100%;
    max-block-size: 16rem;
    background: var(--_surface);
  }
  .pad canvas {
    max-inline-size: 100%;
    inline-size: min(100%, 20rem);
    image-rendering: pixelated;
    border: 1px solid var(--_control-line);
    touch-action: none;
    cursor: crosshair;
  }
  .sizes {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 0.5rem;
  }
  .sizes label,
  .choices label {
    display: grid;
    gap: 0.15rem;
    font-size: 0.8125rem;
    color: var(--_muted);
    min-inline-size: 0;
  }
  .sizes input {
    inline-size: 100%;
    padding-inline: 0.4rem;
    font-variant-numeric: tabular-nums;
  }
  .random {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.6rem;
  }
  .random label {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .random input {
    inline-size: 5rem;
    padding-inline: 0.4rem;
  }
  .picture {
    border: 1.5px dashed var(--_control-line);
    border-radius: 0.75rem;
    padding: 0.75rem;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
  }
  .picture.dragging {
    border-color: var(--_accent);
    background: var(--_surface);
  }
  .choices {
    display: grid;
    grid-template-columns: minmax(4rem, 1fr) minmax(0, 2fr);
    gap: 0.5rem;
  }
  .choices select {
    inline-size: 100%;
  }
  .choices.reading {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .help {
    margin: 0;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  textarea {
    inline-size: 100%;
    font-family: var(--_number-font, monospace);
    padding: 0.5rem;
    resize: vertical;
  }
  summary {
    cursor: pointer;
    color: var(--_accent);
    padding-block: 0.3rem;
  }
  details[open] {
    display: grid;
    gap: 0.4rem;
  }
  .refusal,
  .told {
    margin: 0;
    padding: 0.4rem 0.6rem;
    background: var(--_surface);
    font-size: 0.875rem;
    border-inline-start: 4px solid var(--_accent);
    overflow-wrap: anywhere;
  }
  .told button {
    display: flex;
    margin-block-start: 0.4rem;
    text-align: start;
  }
  .refusal {
    border-inline-start-color: var(--_warning);
  }
`;
