import { css } from 'lit';

export const embedStyles = css`
  :host {
    /* Of the width alone: in a frame that takes the height of its page, a height that follows the frame's would feed itself. */
    --conv-scene-height: clamp(22rem, 6rem + 55vw, 36rem);
  }
  :host([data-hide~='sentence']) .sentence {
    display: none;
  }
  .notices {
    margin-block-end: 0.5rem;
  }
  .notices ul {
    margin: 0;
    padding-inline-start: 1.2rem;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0.25rem 0.75rem;
    padding-block-start: 0.25rem;
    font-size: 0.875rem;
  }
  footer a {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    min-block-size: 2.75rem;
    color: var(--_accent);
  }
  .blocked {
    flex: 1 1 100%;
    display: grid;
    gap: 0.25rem;
  }
  .blocked textarea {
    inline-size: 100%;
    resize: vertical;
    font-size: 0.8125rem;
  }
  .blocked button {
    justify-self: start;
    min-block-size: 2.75rem;
  }
`;
