import type { Session } from '../../src/session/session.js';
import type { WordKey } from '../../src/words/say.js';

/** What a key does to the picture beyond the session. */
export interface StageActions {
  /** One press to the right or down is 1, to the left or up −1. */
  orbit(columns: number, rows: number): void;
  resetView(): void;
  toggleFullscreen(): void;
  showHelp(): void;
  /** Closes the innermost thing; false when nothing was open. */
  escape(): boolean;
}

interface Binding {
  /** As shown in the list of keys. */
  readonly keys: string;
  readonly words: WordKey;
  readonly matches: (event: KeyboardEvent) => boolean;
  readonly act: (event: KeyboardEvent, session: Session, actions: StageActions) => boolean | void;
}

const arrowsAcross = ['ArrowLeft', 'ArrowRight'];
const arrowsAlong = ['ArrowUp', 'ArrowDown'];

function isArrow(event: KeyboardEvent, keys: readonly string[]): boolean {
  return keys.includes(event.key) && !event.ctrlKey && !event.metaKey;
}

/** A letter with Ctrl, or with Cmd on a Mac. */
function isCommand(event: KeyboardEvent, letter: string): boolean {
  return event.key.toLowerCase() === letter && (event.ctrlKey || event.metaKey) && !event.altKey;
}

/** Stepping by hand stops the run first, so that it does not run away. */
function go(session: Session, forward: boolean, grain: 'term' | 'beat' | 'cell' | 'row'): void {
  session.pause();
  if (forward) session.next(grain);
  else session.previous(grain);
}

/** The one table of keys of the picture: what the handler does is what the help lists. */
export const stageKeys: readonly Binding[] = [
  {
    keys: 'Space',
    words: 'keys.space',
    matches: (event) => event.key === ' ' && !event.ctrlKey && !event.altKey && !event.metaKey,
    act: (_, session) => (session.paused ? session.play() : session.pause()),
  },
  {
    keys: '← →',
    words: 'keys.arrows',
    matches: (event) => isArrow(event, arrowsAcross) && !event.shiftKey && !event.altKey,
    act: (event, session) => go(session, event.key === 'ArrowRight', 'beat'),
  },
  {
    keys: 'Shift + ← →',
    words: 'keys.shift',
    matches: (event) => isArrow(event, arrowsAcross) && event.shiftKey && !event.altKey,
    act: (event, session) => go(session, event.key === 'ArrowRight', 'cell'),
  },
  {
    keys: ', .',
    words: 'keys.terms',
    matches: (event) => event.key === ',' || event.key === '.',
    act: (event, session) => go(session, event.key === '.', 'term'),
  },
  {
    keys: '↑ ↓',
    words: 'keys.rows',
    matches: (event) => isArrow(event, arrowsAlong) && !event.shiftKey && !event.altKey,
    act: (event, session) => go(session, event.key === 'ArrowDown', 'row'),
  },
  {
    keys: 'Home End',
    words: 'keys.ends',
    matches: (event) => event.key === 'Home' || event.key === 'End',
    act: (event, session) => session.seek(event.key === 'Home' ? 0 : session.steps),
  },
  {
    keys: '+ −',
    words: 'keys.speed',
    matches: (event) => ['+', '=', '-', '−'].includes(event.key) && !event.ctrlKey && !event.metaKey,
    act: (event, session) => {
      session.playbackRate *= event.key === '+' || event.key === '=' ? 2 : 0.5;
    },
  },
  {
    keys: 'Alt + ← ↑ ↓ →',
    words: 'keys.orbit',
    matches: (event) => isArrow(event, [...arrowsAcross, ...arrowsAlong]) && event.altKey,
    act: (event, _, actions) => {
      const columns = Number(event.key === 'ArrowRight') - Number(event.key === 'ArrowLeft');
      const rows = Number(event.key === 'ArrowDown') - Number(event.key === 'ArrowUp');
      actions.orbit(columns, rows);
    },
  },
  {
    keys: '0',
    words: 'keys.reset',
    matches: (event) => event.key === '0' && !event.ctrlKey && !event.metaKey,
    act: (_event, _session, actions) => actions.resetView(),
  },
  {
    keys: 'F',
    words: 'keys.full',
    matches: (event) => event.key.toLowerCase() === 'f' && !event.ctrlKey && !event.metaKey && !event.altKey,
    act: (_event, _session, actions) => actions.toggleFullscreen(),
  },
  {
    keys: 'Ctrl + Z',
    words: 'keys.undo',
    matches: (event) => isCommand(event, 'z') && !event.shiftKey,
    act: (_, session) => {
      if (!session.canUndo) return false;
      session.undo();
      return true;
    },
  },
  {
    keys: 'Ctrl + Y',
    words: 'keys.redo',
    matches: (event) => isCommand(event, 'y') || (isCommand(event, 'z') && event.shiftKey),
    act: (_, session) => {
      if (!session.canRedo) return false;
      session.redo();
      return true;
    },
  },
  {
    keys: '?',
    words: 'keys.help',
    matches: (event) => event.key === '?',
    act: (_event, _session, actions) => actions.showHelp(),
  },
  {
    keys: 'Esc',
    words: 'keys.escape',
    matches: (event) => event.key === 'Escape',
    act: (_, session, actions) => actions.escape() || session.clearSelection(),
  },
];

/**
 * Does what a key means. A key that did something goes no further, so that a slide deck or a notebook around the
 * figure does not act on it too; Tab is never touched.
 */
export function handleStageKey(event: KeyboardEvent, session: Session, actions: StageActions): void {
  const binding = stageKeys.find((each) => each.matches(event));
  if (!binding || binding.act(event, session, actions) === false) return;
  event.preventDefault();
  event.stopPropagation();
}

/** What uses these keys itself: form controls, texts, cells of tables, menus, dialogs, views with runs or keys of their own. */
const keyOwners =
  'input, select, textarea, [contenteditable]:not([contenteditable=false]), td, th, dialog, [popover], conv-compare, ' +
  '[role=slider], [role=spinbutton], [role=textbox], [role=combobox], [role=listbox], [role=grid], [role=gridcell], ' +
  '[role=menu], [role=menubar], [role=tablist], [role=tree], [role=radiogroup], [role=dialog], [role=application]';
/** What Space presses. */
const pressed = 'button, summary, a[href], [role=button]';
const stepWords: readonly WordKey[] = ['keys.space', 'keys.arrows', 'keys.terms', 'keys.ends'];

/** The keys of the run, which {@link handleStepKey} answers away from the picture too. */
export const pageKeys: readonly Binding[] = stageKeys.filter(({ words }) => stepWords.includes(words));

/**
 * The keys of the run, ← → , . Home End and Space, away from the picture itself: on a button, on plain text, on the page. They
 * stay with whatever uses them itself inside the listening element, and so does a key that somebody has answered already.
 */
export function handleStepKey(event: KeyboardEvent, session: Session): void {
  const { key, shiftKey } = event;
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (shiftKey && key !== ',' && key !== '.') return;
  const targets = event.composedPath();
  const path = targets
    .slice(0, targets.indexOf(event.currentTarget!))
    .filter((each) => each instanceof Element);
  const owners = key === ' ' ? `${keyOwners}, ${pressed}` : keyOwners;
  const isStep = pageKeys.some(({ matches }) => matches(event));
  if (isStep && !path.some((target) => target.matches(owners))) handleStageKey(event, session, noActions);
}

const noActions: StageActions = {
  orbit: () => undefined,
  resetView: () => undefined,
  toggleFullscreen: () => undefined,
  showHelp: () => undefined,
  escape: () => false,
};

/**
 * Undo and redo work wherever the focus is inside a figure, but not in a text that is being typed: there they are the
 * browser's own.
 */
export function handleEditKey(event: KeyboardEvent, session: Session): void {
  const target = event.composedPath()[0];
  const isText =
    target instanceof HTMLElement && target.matches('textarea, input[type=text], input[type=number]');
  const binding = stageKeys.find(({ words, matches }) => /undo|redo/.test(words) && matches(event));
  if (isText || !binding || binding.act(event, session, noActions) === false) return;
  event.preventDefault();
  event.stopPropagation();
}
