import { css } from 'lit';

/** The list of worked examples. */
export const menuStyles = css`
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
`;
