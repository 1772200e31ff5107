/** A session as a page state, and a page state into a session. */
import { documentOf, type Document } from '../session/document.js';
import type { Session } from '../session/session.js';
import { contentOf, documentOfContent, hasContent, planOf } from './content-document.js';
import type { PageLook, PageState } from './page-state.js';

/** What of the state is not the session's. */
export interface Surroundings extends Omit<PageLook, 'step' | 'selection' | 'playbackRate'> {
  /** The example that is shown as it was given. */
  readonly preset?: string | undefined;
}

/** What a link to what is shown now would say. */
export function stateOf(session: Session, { preset, ...look }: Surroundings = {}): PageState {
  const { document, walk, pinned, playbackRate } = session;
  const step = Math.round(session.step);
  const { pinned: _, ...selection } = pinned ?? { pinned: false };
  return {
    ...(preset === undefined ? contentOf(document) : { preset, walk }),
    ...look,
    ...(step > 0 ? { step } : {}),
    ...('index' in selection ? { selection } : {}),
    ...(playbackRate === 1 ? {} : { playbackRate }),
  };
}

/**
 * Brings a session to a state.
 * @param options ground: what the page shows by itself; first: the link is what the page opens with, so that there is nothing to undo
 * @returns cancels what still waits: a layer that cannot run is asked for once there is a picture of its variant, which then stays
 */
export function openState(
  session: Session,
  state: PageState,
  { ground = documentOf(), first = false }: { readonly ground?: Document; readonly first?: boolean } = {},
): () => void {
  const { step = 0, selection, playbackRate } = state;
  if (playbackRate !== undefined || !first) session.playbackRate = playbackRate ?? 1;
  const document = documentOfContent(state, ground);
  const finish = (): void => {
    if (hasContent(state) || !first) session.open(document, { anew: first, step });
    else if (step > 0) session.seek(step);
    if (selection && session.pinned === null) session.intend({ kind: 'pin', ...selection });
  };
  if (planOf(document).problems.length === 0 || session.moment) {
    finish();
    return () => undefined;
  }
  session.open(documentOf(document.layer.variant), { anew: true });
  return onceShown(session, finish);
}

/** @returns stops waiting */
function onceShown(session: Session, act: () => void): () => void {
  const look = (): void => {
    if (!session.moment) return;
    session.removeEventListener('change', look);
    act();
  };
  session.addEventListener('change', look);
  return () => session.removeEventListener('change', look);
}
