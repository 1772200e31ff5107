import type { Session } from '../../src/session/session.js';
import type { ConvFigure } from '../conv-figure/conv-figure.js';
import type { FigureState } from '../conv-step/figure-state.js';
import type { Lab } from '../shared/lab.js';
import { usualViews } from './layout.js';

/** A state that has not begun yet: the figure stands where it would begin to play. */
export function heldBack(state: FigureState): FigureState {
  return { ...state, step: state.playFrom ?? 0, playFrom: null, pin: null };
}

/** Brings a figure into the state that a step declares. A later state overtakes one that is still on its way. */
export class Stagehand {
  private running = new AbortController();

  /** Sets everything; what the reader did to the figure is gone. */
  show(figure: ConvFigure, { session, reducedMotion }: Lab, state: FigureState): void {
    this.running.abort();
    this.running = new AbortController();
    const { signal } = this.running;
    session.pause();
    session.clearSelection();
    dress(figure, state, signal);
    const plays = state.playFrom !== null && !reducedMotion;
    session.load({ ...state.preset, step: plays ? state.playFrom : state.step }, { anew: true });
    whenReady(session, signal, () => {
      if (plays) playTo(session, signal, state.step);
      if (state.pin) session.intend(state.pin);
    });
  }

  /** Shows what is there in another layout; a run neither begins again nor ends. */
  refit(figure: ConvFigure, state: FigureState): void {
    dress(figure, state, this.running.signal);
  }

  /** Leaves the figure as it is. */
  stop(): void {
    this.running.abort();
  }
}

/** Where nobody names views, the figure shows those that it was made with. */
function dress(figure: ConvFigure, { views, camera }: FigureState, signal: AbortSignal): void {
  figure.views = views ?? figure.getAttribute('views') ?? usualViews;
  void look(figure, camera ?? 'overview', signal);
}

/** A camera that is named anew forgets what hands did to the view. */
async function look(figure: ConvFigure, camera: string, signal: AbortSignal): Promise<void> {
  if (figure.camera === camera) {
    figure.camera = undefined;
    await figure.updateComplete;
  }
  if (!signal.aborted) figure.camera = camera;
}

/** Calls back once, as soon as the numbers that were asked for are shown. */
function whenReady(session: Session, signal: AbortSignal, then: () => void): void {
  const waiting = new AbortController();
  const look = (): void => {
    if (signal.aborted || session.status === 'failed') waiting.abort();
    else if (session.status === 'ready') {
      waiting.abort();
      then();
    }
  };
  session.addEventListener('change', look, { signal: waiting.signal });
  look();
}

/** Plays and stands still at a step, unless the reader stops or goes elsewhere before. */
function playTo(session: Session, signal: AbortSignal, end: number): void {
  const following = new AbortController();
  signal.addEventListener('abort', () => following.abort(), { once: true });
  const look = (): void => {
    if (session.paused) following.abort();
    else if (session.step >= end) {
      following.abort();
      session.pause();
      session.seek(end);
    }
  };
  session.play();
  session.addEventListener('change', look, { signal: following.signal });
}
