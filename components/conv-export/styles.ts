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
  img {
    max-inline-size: 100%;
    border: 1px solid var(--_line);
  }
`;
