import type { PaddingRule } from '../../math/padding-rules.js';
import type { UncoveredAxis } from '../../math/uncovered.js';
import type { WordKey } from '../../words/say.js';
import type { Say } from '../say.js';
import type { PaddingSetting, RuleCell, RuleTable } from './table.js';
import { uncoveringOf } from './uncover-table.js';

export const ruleNames = {
  valid: 'pad.rule.valid',
  same: 'pad.rule.same',
  'same-lower': 'pad.rule.same-lower',
  symmetric: 'pad.rule.symmetric',
  half: 'pad.rule.half',
} as const satisfies Record<PaddingRule, WordKey>;

export const ruleHelps = {
  valid: 'pad.help.valid',
  same: 'pad.help.same',
  'same-lower': 'pad.help.same-lower',
  symmetric: 'pad.help.symmetric',
  half: 'pad.help.half',
} as const satisfies Record<PaddingRule, WordKey>;

/** For which inputs each habit of symmetric padding differs from SAME. */
export function disputeSentence({ disputes, rows }: RuleTable, setting: PaddingSetting, say: Say): string {
  const { kernel, stride, dilation } = setting;
  const where = say(dilation === 1 ? 'pad.setting' : 'pad.setting.dilated', { kernel, stride, dilation });
  const claims = disputes.map(({ rule, inputs }) => {
    const name = say(rule === 'half' ? 'pad.habit.half' : 'pad.habit.symmetric');
    if (inputs.length === 0) return say('pad.agree', { name });
    if (inputs.length === rows.length) return say('pad.differ.all', { name });
    return say('pad.differ', { name, inputs: inputs.join(say('pad.comma')) });
  });
  const isSame = disputes.every(({ inputs }) => inputs.length === 0);
  const end = isSame ? '' : say('pad.consequence');
  return say('pad.verdict', { where, claims: claims.join(say('pad.semicolon')), end });
}

/** Where the first window begins, counted from 1. */
export function firstWindow({ before, problem }: RuleCell, say: Say): string {
  if (problem) return '';
  return before === 0 ? say('pad.first.cell') : say('pad.first.before', { count: before });
}

/** The cells that no window reads, counted from 1; '' where there are none. */
export function unreadText({ unread }: RuleCell, say: Say): string {
  return unread.length === 0
    ? ''
    : say('pad.unread', { cells: unread.map((cell) => cell + 1).join(say('pad.comma')) });
}

/** Why a cell differs from TensorFlow's SAME; '' where it does not. */
export function differenceText(cell: RuleCell, same: RuleCell, say: Say): string {
  if (!cell.differs) return '';
  if (cell.output !== same.output) {
    return say('pad.differs.size', { output: cell.output, same: same.output });
  }
  return say('pad.differs.shift', { count: Math.abs(cell.before - same.before) });
}

/** A cell of the table in words. */
export function cellLabel(cell: RuleCell, input: number, say: Say): string {
  const { before, after, output, problem } = cell;
  if (problem) return say('pad.cell.refused', { input, rule: say(ruleNames[cell.rule]) });
  const facts = { input, rule: say(ruleNames[cell.rule]), before, after, output };
  return [say('pad.cell', facts), firstWindow(cell, say), unreadText(cell, say)]
    .filter((part) => part !== '')
    .join(say('pad.semicolon'));
}

/** What the output padding uncovers. */
export function uncoveredText(cell: UncoveredAxis, say: Say): string {
  const values = cell.uncovered.join(say('pad.comma'));
  switch (uncoveringOf(cell)) {
    case 'real':
      return say('pad.uncovers.real', { values });
    case 'empty':
      return say('pad.uncovers.empty', { values });
    case 'mixed':
      return say('pad.uncovers.mixed', { values });
    case 'refused':
      return say('pad.refused');
    default:
      return say('pad.uncovers.nothing');
  }
}

/** The border of the gather view, and what a convolution makes of the output again. */
export function cropNotes({ border, crop }: UncoveredAxis, say: Say): string {
  return border < 0 ? say('pad.border.cut', { crop, count: -border }) : say('pad.border', { crop, border });
}

/** Output sizes that a convolution of the same settings takes back to the input. */
export function sizesBack(cells: readonly UncoveredAxis[], input: number, say: Say): string {
  const sizes = cells.filter(({ returns }) => returns === input).map(({ output }) => output);
  if (sizes.length < 2) return '';
  return say('pad.sizes', { sizes: sizes.join(say('pad.comma')), input });
}
