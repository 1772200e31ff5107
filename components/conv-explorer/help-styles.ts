import { css } from 'lit';

/** The help in its dialog. */
export const helpStyles = css`
  .help-head {
    position: sticky;
    inset-block-start: -1.25rem;
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-block: 0.4rem;
    background: var(--_background);
  }
  .help h2 {
    margin: 0;
    font-size: 1.25rem;
  }
  .help h3 {
    margin: 1rem 0 0.35rem;
    font-size: 1rem;
  }
  .help p {
    margin: 0;
    max-inline-size: 75ch;
  }
  .help p a {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75rem;
    color: var(--_accent);
  }
  .help dl {
    margin: 0;
    display: grid;
    gap: 0.3rem;
  }
  .help dl > div {
    display: grid;
    grid-template-columns: 9rem minmax(0, 1fr);
    gap: 0.75rem;
  }
  .help dt {
    font-weight: 500;
  }
  .help dd {
    margin: 0;
  }
  .help .keys {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
    gap: 0 2rem;
  }
  .help kbd {
    font-family: var(--_number-font, monospace);
    font-size: 0.875em;
    border: 1px solid var(--_control-line);
    border-radius: 0.3em;
    padding: 0.05em 0.4em;
    white-space: nowrap;
  }
  @container page (width < 40rem) {
    .help dl > div {
      grid-template-columns: 7.5rem minmax(0, 1fr);
      gap: 0.5rem;
    }
  }
`;
