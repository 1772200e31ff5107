import { css } from 'lit';

/** The worked examples in their frame. */
export const galleryStyles = css`
  .gallery section {
    margin-block-start: 0.9rem;
  }
  .gallery h3 {
    margin: 0 0 0.3rem;
    padding-inline: 0.6rem;
    font-size: 0.875rem;
    font-weight: 600;
    color: var(--_muted);
  }
  .gallery ul {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
    gap: 0.15rem 0.75rem;
  }
  .gallery a {
    display: block;
    block-size: 100%;
    padding: 0.4rem 0.6rem;
    border-radius: 0.5rem;
    color: var(--_ink);
    text-decoration: none;
  }
  .gallery a:hover {
    background: var(--_surface);
  }
  .gallery a:hover .name {
    text-decoration: underline;
  }
  .gallery a[aria-current] {
    box-shadow: inset 3px 0 0 var(--_accent);
    background: var(--_surface);
  }
  .gallery .name {
    display: block;
    font-weight: 500;
  }
  .gallery .what {
    display: block;
    font-size: 0.8125rem;
    line-height: 1.4;
    color: var(--_muted);
  }
  .gallery .found {
    margin: 0.5rem 0 0;
    padding-inline: 0.6rem;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
`;
