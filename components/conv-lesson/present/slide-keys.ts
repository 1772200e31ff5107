import type { Command } from './link.js';

export type SlideAction = Command | 'first' | 'last' | 'pointer' | 'full-screen' | 'window' | 'leave';

/** Keys of a clicker and of a keyboard; letters in either case. */
const actions: Readonly<Record<string, SlideAction>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  Enter: 'next',
  n: 'next',
  PageUp: 'previous',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
  ' ': 'play',
  b: 'blank',
  '.': 'blank',
  r: 'restore',
  p: 'pointer',
  f: 'full-screen',
  s: 'window',
  t: 'restart-clock',
  '-': 'slower',
  '+': 'faster',
  '=': 'faster',
  Escape: 'leave',
};

/**
 * Elements in which a key has a meaning of its own, but for a few that go on even there. What a script alone can focus, such as what
 * is said about an answer, has none.
 */
const ownKeys =
  'button, a, input, select, textarea, summary, [contenteditable], [role="grid"], [role="slider"], [tabindex]:not([tabindex="-1"])';
const everywhere = ['PageDown', 'PageUp', 'Escape'];

/** What a key means for the slides; null where it is somebody else's. */
export function slideAction(event: KeyboardEvent): SlideAction | null {
  const { key, ctrlKey, altKey, metaKey, defaultPrevented } = event;
  if (defaultPrevented || ctrlKey || altKey || metaKey) return null;
  const action = actions[key.length === 1 ? key.toLowerCase() : key] ?? null;
  if (!action || everywhere.includes(key)) return action;
  const [inner] = event.composedPath();
  const isTaken = inner instanceof Element && inner.matches(ownKeys);
  return isTaken && !isLetter(event, inner) ? null : action;
}

/** A letter does nothing on a button. */
function isLetter({ key }: KeyboardEvent, on: Element): boolean {
  return /^[a-z]$/i.test(key) && !on.matches('input, select, textarea, [contenteditable]');
}

/** The key that does it, as a person would name it. */
export const keyNames: Readonly<Record<SlideAction, string>> = {
  next: 'PgDn',
  previous: 'PgUp',
  first: 'Home',
  last: 'End',
  play: '␣',
  blank: 'B',
  restore: 'R',
  slower: '−',
  faster: '+',
  'restart-clock': 'T',
  pointer: 'P',
  'full-screen': 'F',
  window: 'S',
  leave: 'Esc',
};
