import { css } from 'lit';

export const timelineStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .scrub {
    flex: 1 1 16rem;
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-inline-size: 0;
  }
  .where {
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
    font-size: 0.875rem;
    white-space: nowrap;
  }
  .group {
    display: flex;
    align-items: center;
    gap: 0.35rem;
  }
  .play {
    /* As wide as its longest name, so that nothing beside it moves. */
    min-inline-size: 7.6rem;
  }
  .walk .segmented label {
    min-block-size: 2.25rem;
    font-size: 0.875rem;
    padding-inline: 0.55rem;
  }
  .walk,
  .group label {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .extras {
    display: contents;
  }
  .fold {
    display: none;
  }
  :host([compact]) {
    container-type: inline-size;
  }
  :host([compact]) .scrub {
    flex-basis: 10rem;
  }
  /* The menus speak for themselves; a screen reader still says what they are. */
  @container (width < 64rem) {
    :host([compact]) .extras .caption {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @container (width < 34rem) {
    :host([compact]) .scrub {
      flex: 1 1 4rem;
    }
    :host([compact]) :is(.where, .extras:not(.unfolded)) {
      display: none;
    }
    :host([compact]) .extras.unfolded {
      order: -1;
      flex-basis: 100%;
      display: flex;
      flex-wrap: wrap;
      gap: 0.4rem;
    }
    :host([compact]) .play {
      min-inline-size: 2.75rem;
    }
    :host([compact]) .play .caption {
      position: absolute;
      clip-path: inset(50%);
    }
    :host([compact]) .fold {
      display: inline-flex;
      font-size: 1.25rem;
    }
    :host([compact]) :is(button, select, .segmented label, input[type='range']) {
      min-block-size: 2.75rem;
      min-inline-size: 2.75rem;
    }
  }
`;
