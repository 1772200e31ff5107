import { css } from 'lit';

export const exportStyles = css`
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .choice {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .buttons button {
    font-size: 1rem;
    min-inline-size: 3rem;
  }
  .stage,
  .as-text {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .as-text input {
    flex: none;
  }
  .help,
  .told,
  .refusal {
    margin: 0;
    font-size: 0.875rem;
  }
  .help {
    color: var(--_muted);
  }
  .told,
  .refusal {
    padding: 0.4rem 0.6rem;
    background: var(--_surface);
    border-inline-start: 4px solid var(--_accent);
    overflow-wrap: anywhere;
  }
  .refusal {
    border-inline-start-color: var(--_warning);
  }
  textarea {
    inline-size: 100%;
    font-family: var(--_number-font, monospace);
    font-size: 0.8125rem;
    padding: 0.5rem;
    resize: vertical;
  }
  .film summary {
    cursor: pointer;
    padding-block: 0.35rem;
  }
  .film .inside,
  .film fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
  }
  .film fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: 0.6rem;
  }
  .choices label {
    display: grid;
    gap: 0.2rem;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .choices select {
    font-size: 1rem;
    inline-size: 100%;
  }
  .act {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.75rem;
  }
  .act progress {
    flex: 1 1 8rem;
    min-inline-size: 0;
    accent-color: var(--_accent);
  }
  .count {
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
  }
  a {
    color: var(--_accent);
  }
  video,
  img {
    max-inline-size: 100%;
    border: 1px solid var(--_line);
  }
`;
