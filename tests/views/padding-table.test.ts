/** The truth table's model: who differs from whom, what is said, and what an output padding uncovers. */
import { describe, expect, it } from 'vitest';
import {
  cellLabel,
  cropNotes,
  differenceText,
  disputeSentence,
  sizesBack,
  uncoveredText,
} from '../../src/views/padding/sentences.js';
import { ruleTable, windowLanes, type PaddingSetting } from '../../src/views/padding/table.js';
import { cropTable, placesOf, uncoveringOf } from '../../src/views/padding/uncover-table.js';
import { english } from './moments.js';

const setting: PaddingSetting = { kernel: 3, stride: 2, dilation: 1, smallest: 4, largest: 9 };

/** Outputs of a list of ones under a kernel of ones, by a plain loop: what two ways of padding agree or disagree on. */
function sums(
  input: number,
  { kernel, stride, dilation }: PaddingSetting,
  before: number,
  after: number,
): number[] {
  const cells = [
    ...Array.from({ length: before }, () => 0),
    ...Array.from({ length: input }, (_, i) => i + 1),
  ];
  cells.push(...Array.from({ length: after }, () => 0));
  const outputs: number[] = [];
  for (let start = 0; start + (kernel - 1) * dilation < cells.length; start += stride) {
    let sum = 0;
    for (let tap = 0; tap < kernel; tap++) sum += cells[start + tap * dilation] * (tap + 1);
    outputs.push(sum);
  }
  return outputs;
}

describe('the rules', () => {
  it('differ from SAME exactly where the numbers differ', () => {
    for (let kernel = 1; kernel <= 6; kernel++)
      for (let stride = 1; stride <= 4; stride++)
        for (let dilation = 1; dilation <= 2; dilation++) {
          const each = { ...setting, kernel, stride, dilation };
          for (const { input, cells } of ruleTable(each).rows) {
            const same = cells.find(({ rule }) => rule === 'same')!;
            for (const cell of cells.filter(({ rule }) => rule !== 'valid')) {
              const [ours, theirs] = [cell, same].map(({ before, after }) =>
                sums(input, each, before, after),
              );
              expect(cell.differs, JSON.stringify({ ...each, input, rule: cell.rule })).toBe(
                String(ours) !== String(theirs),
              );
            }
          }
        }
  });

  it('have a column for k // 2 only where the reach is even', () => {
    expect(ruleTable(setting).rules).toEqual(['valid', 'same', 'same-lower', 'symmetric']);
    expect(ruleTable({ ...setting, kernel: 4 }).rules).toContain('half');
    expect(ruleTable({ ...setting, kernel: 4, dilation: 2 }).rules).not.toContain('half');
  });

  it('are judged in a sentence', () => {
    const say = (each: PaddingSetting) => disputeSentence(ruleTable(each), each, english);
    expect(say(setting)).toBe(
      'Kernel 3, stride 2: symmetric padding is not SAME for inputs of 4, 6, 8. The same weights give other numbers there.',
    );
    expect(say({ ...setting, stride: 1 })).toBe(
      'Kernel 3, stride 1: symmetric padding reads the same windows as SAME for all these inputs.',
    );
    expect(say({ ...setting, kernel: 4, dilation: 2, stride: 1 })).toContain(
      'dilation rate 2: symmetric padding reads',
    );
    expect(say({ ...setting, kernel: 2, stride: 1 })).toContain(
      'symmetric padding is not SAME for any of these inputs; k // 2 on each side is not SAME for any of these inputs.',
    );
  });

  it('are told cell by cell, counted from 1', () => {
    const table = ruleTable(setting);
    const [valid, same, , symmetric] = table.rows[2].cells;
    expect(cellLabel(valid, 6, english)).toBe(
      'Input 6, VALID: 0 before, 0 after, 2 out; first window on cell 1; never read: 6',
    );
    expect(cellLabel(symmetric, 6, english)).toBe(
      'Input 6, Symmetric: 1 before, 1 after, 3 out; first window 1 before cell 1',
    );
    expect(differenceText(symmetric, same, english)).toContain('shifted by 1');
    expect(differenceText(same, same, english)).toBe('');
    const tight = ruleTable({ ...setting, kernel: 5, smallest: 4, largest: 4 }).rows[0].cells[0];
    expect(cellLabel(tight, 4, english)).toBe('Input 4, VALID: nothing comes out');
  });

  it('stand under each other: cell 1 under cell 1, windows in lanes', () => {
    const table = ruleTable(setting);
    expect(table.rulers[1]).toEqual({ before: 1, cells: 10 });
    const lanes = windowLanes(table.rows[2].cells[1]);
    expect(lanes).toEqual([[0, 2], [1]]);
  });
});

describe('crop and output padding', () => {
  const rows = cropTable({ input: 2, kernel: 3, stride: 2, dilation: 1 });

  it('uncover nothing, a zero, or computed numbers, or are refused', () => {
    expect(rows.map(({ cells }) => cells.map(uncoveringOf))).toEqual([
      ['nothing', 'empty', 'refused'],
      ['nothing', 'real', 'refused'],
      ['nothing', 'real', 'refused'],
    ]);
    expect(uncoveredText(rows[0].cells[1], english)).toBe('no stamp reaches so far: 0');
    expect(uncoveredText(rows[1].cells[1], english)).toBe('uncovers computed 1');
    const wide = cropTable({ input: 2, kernel: 3, stride: 3, dilation: 1 });
    expect(uncoveringOf(wide[1].cells[2])).toBe('mixed');
  });

  it('draw the canvas with what is kept, cropped, uncovered and beyond', () => {
    const kinds = (row: number, column: number) =>
      placesOf(rows[row].cells[column]).map(({ kept, uncovered, beyond, value }) =>
        [beyond ? 'beyond' : uncovered ? 'uncovered' : kept ? 'kept' : 'cropped', value].join(' '),
      );
    expect(kinds(0, 1).slice(-2)).toEqual(['kept 1', 'beyond 0']);
    expect(kinds(1, 1)).toEqual(['cropped 1', 'kept 1', 'kept 2', 'kept 1', 'uncovered 1']);
    expect(kinds(1, 2).every((kind) => kind.startsWith('cropped'))).toBe(true);
  });

  it('say which sizes lead back, and how wide the border of the gather view is', () => {
    expect(sizesBack(rows[1].cells, 2, english)).toContain('Outputs of 3, 4 are all legal');
    expect(sizesBack(cropTable({ input: 2, kernel: 3, stride: 1, dilation: 1 })[0].cells, 2, english)).toBe(
      '',
    );
    expect(cropNotes(rows[1].cells[0], english)).toContain('d(k − 1) − p = 1 zeros');
    const [, , cut] = cropTable({ input: 4, kernel: 2, stride: 1, dilation: 1 });
    expect(cropNotes(cut.cells[0], english)).toContain('= −1');
  });
});
