/** How a link says what is shown and where the run stands: one entry a name, read and written alike. */
import type { Plan } from '../math/types.js';
import { colourRanges, decimalChoices } from '../session/display-setting.js';
import { isWithin, selectionIn } from '../session/pointing.js';
import type { TensorRole } from '../timeline/types.js';
import { dialects } from '../words/dialect.js';
import { hideNames, isHideName } from './hiding.js';
import {
  cameras,
  laboratoryNames,
  linkedViews,
  themes,
  type PageLook,
  type PinnedCell,
} from './page-state.js';
import { readSettings, writeSettings } from './settings-text.js';

/** A value, or what is allowed in its place. */
export type Reading<Value> = { readonly value: Value } | { readonly allowed: string };

export interface LookParameter<Name extends keyof PageLook = keyof PageLook> {
  /** In a link. */
  readonly name: string;
  readonly field: Name;
  /** The word for what a page shows by itself: in a hash it takes back what the query says. */
  readonly usual: string;
  /** Never throws. Parts of a list that are not understood are told to `refuse`. */
  readonly read: (text: string, refuse: (value: string, allowed: string) => void) => Reading<PageLook[Name]>;
  readonly write: (value: NonNullable<PageLook[Name]>) => string;
}

function parameter<Name extends keyof PageLook>(entry: LookParameter<Name>): LookParameter {
  return entry as unknown as LookParameter;
}

/** One word of a list. */
function oneOf<Word extends string>(words: readonly Word[], usual: string) {
  return (text: string): Reading<Word | undefined> => {
    if (text === usual) return { value: undefined };
    const value = words.find((word) => word === text);
    return value === undefined ? { allowed: [...new Set([...words, usual])].join(', ') } : { value };
  };
}

/** Several words of a list, apart by commas or spaces, in the order of the list. */
function someOf<Word extends string>(words: readonly Word[], others: readonly string[]) {
  const allowed = [...others, ...words].join(', ');
  return (text: string, refuse: (value: string, allowed: string) => void): Reading<readonly Word[]> => {
    const wanted = text.split(/[\s,]+/).filter(Boolean);
    for (const word of new Set(wanted))
      if (!others.includes(word) && !(words as readonly string[]).includes(word)) refuse(word, allowed);
    return { value: words.filter((word) => wanted.includes(word)) };
  };
}

const readViews = someOf(linkedViews, ['scene']);
const readHidden = someOf(hideNames, []);

/** 'output 0,1,2,0' of stage 0 as `0:output:0,1,2,0`; one use of a weight has its input and output cell after it. */
function readCell(text: string): PinnedCell | null {
  const [stage, tensor, ...indices] = text.split(':', 6);
  const lists = indices.map((list) =>
    list.split(',', 5).map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : NaN)),
  );
  const [index, input, output] = lists;
  const isPair = lists.length === 3 && tensor === 'weights';
  if (!/^\d{1,3}$/.test(stage) || !isRole(tensor) || (lists.length !== 1 && !isPair)) return null;
  const sizes = [tensor === 'bias' ? 1 : 4, 4, 4];
  const anything = (length: number) => Array.from({ length }, () => Infinity);
  if (!lists.every((list, place) => isWithin(list, anything(sizes[place])))) return null;
  const cell = { stage: Number(stage), tensor, index };
  type Cell4 = NonNullable<PinnedCell['pair']>['input'];
  return isPair
    ? { ...cell, pair: { input: input as unknown as Cell4, output: output as unknown as Cell4 } }
    : cell;
}

const roles: readonly string[] = ['input', 'weights', 'bias', 'output'] satisfies TensorRole[];

function isRole(name: string | undefined): name is TensorRole {
  return name !== undefined && roles.includes(name);
}

/** Is there such a cell in this plan? */
export function holdsCell(plan: Plan, cell: PinnedCell): boolean {
  return selectionIn(plan, { ...cell, pinned: true }) !== null;
}

function numberIn(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

/** In the order in which they stand in a link. */
export const lookParameters: readonly LookParameter[] = [
  parameter<'step'>({
    name: 'step',
    field: 'step',
    usual: '0',
    read: (text) => {
      const step = numberIn(text);
      if (!(step >= 0 && Number.isFinite(step))) return { allowed: '0, 1, 2, …' };
      return { value: step === 0 ? undefined : step };
    },
    write: String,
  }),
  parameter<'selection'>({
    name: 'select',
    field: 'selection',
    usual: 'none',
    read: (text) => {
      if (text === 'none') return { value: undefined };
      const value = readCell(text);
      return value ? { value } : { allowed: '0:output:0,1,2,0 …' };
    },
    write: ({ stage, tensor, index, pair }) =>
      [stage, tensor, ...[index, ...(pair ? [pair.input, pair.output] : [])].map(String)].join(':'),
  }),
  parameter<'camera'>({
    name: 'camera',
    field: 'camera',
    usual: 'auto',
    read: oneOf(cameras, 'auto'),
    write: String,
  }),
  parameter<'views'>({
    name: 'views',
    field: 'views',
    usual: 'auto',
    read: (text, refuse) => (text === 'auto' ? { value: undefined } : readViews(text, refuse)),
    write: (views) => (views.length === 0 ? 'scene' : views.join()),
  }),
  parameter<'laboratory'>({
    name: 'lab',
    field: 'laboratory',
    usual: 'none',
    read: oneOf(laboratoryNames, 'none'),
    write: String,
  }),
  parameter<'laboratorySettings'>({
    name: 'set',
    field: 'laboratorySettings',
    usual: '',
    read: (text, refuse) => ({ value: readSettings(text, refuse) }),
    write: writeSettings,
  }),
  parameter<'playbackRate'>({
    name: 'playback-rate',
    field: 'playbackRate',
    usual: '1',
    read: (text) => {
      const rate = numberIn(text);
      if (!Number.isFinite(rate)) return { allowed: '0.25 … 8' };
      const value = Math.min(Math.max(rate, 0.25), 8);
      return { value: value === 1 ? undefined : value };
    },
    write: String,
  }),
  parameter<'language'>({
    name: 'lang',
    field: 'language',
    usual: 'auto',
    read: (text) => {
      if (text === 'auto') return { value: undefined };
      const language = /^(en|zh)\b/i.exec(text)?.[1].toLowerCase();
      return language === 'en' || language === 'zh' ? { value: language } : { allowed: 'en, zh, auto' };
    },
    write: String,
  }),
  parameter<'theme'>({
    name: 'theme',
    field: 'theme',
    usual: 'auto',
    read: oneOf(
      themes.filter((theme) => theme !== 'auto'),
      'auto',
    ),
    write: String,
  }),
  parameter<'dialect'>({
    name: 'dialect',
    field: 'dialect',
    usual: 'keras',
    read: oneOf(
      dialects.map(({ id }) => id).filter((id) => id !== 'keras'),
      'keras',
    ),
    write: String,
  }),
  parameter<'colourRange'>({
    name: 'range',
    field: 'colourRange',
    usual: 'tensor',
    read: oneOf(
      colourRanges.filter((range) => range !== 'tensor'),
      'tensor',
    ),
    write: String,
  }),
  parameter<'decimals'>({
    name: 'decimals',
    field: 'decimals',
    usual: 'auto',
    read: (text) => {
      const value = decimalChoices.find((choice) => String(choice) === text);
      if (value === undefined) return { allowed: decimalChoices.join(', ') };
      return { value: value === 'auto' ? undefined : value };
    },
    write: String,
  }),
  parameter<'hidden'>({
    name: 'hide',
    field: 'hidden',
    usual: '',
    read: (text, refuse) => {
      const { value = [] } = readHidden(text, refuse) as { readonly value?: PageLook['hidden'] };
      return { value: value.length === 0 ? undefined : value.filter(isHideName) };
    },
    write: (hidden) => hidden.join(),
  }),
];
