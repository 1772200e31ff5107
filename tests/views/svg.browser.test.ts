import { describe, expect, test } from 'vitest';
import { tensor } from '../../src/math/tensor.js';
import { formulaOf } from '../../src/views/formula/formula.js';
import { formulaSvg } from '../../src/views/formula/svg.js';
import { toText } from '../../src/views/formula/tree.js';
import { gridModel } from '../../src/views/grid/model.js';
import { gridSvg } from '../../src/views/grid/svg.js';
import { sheetOf } from '../../src/views/matrix/sheet.js';
import { matrixSvg } from '../../src/views/matrix/svg.js';
import { element, escaped } from '../../src/views/svg.js';
import { parsePrinted } from '../../src/words/numbers.js';
import { board, chinese, english, momentOf, paper, standardMoment, transposedMoment } from './moments.js';

/** The drawing as a browser reads it from a file of its own. */
function opened(file: string | null): SVGSVGElement {
  const document = new DOMParser().parseFromString(file ?? '', 'image/svg+xml');
  const problem = document.querySelector('parsererror');
  if (problem) throw new Error(problem.textContent);
  return document.documentElement as unknown as SVGSVGElement;
}

const textsIn = (root: Element): string[] =>
  [...root.querySelectorAll('text')].map((each) => each.textContent);

/** Everything lies inside the page of the drawing. */
function expectInside(root: SVGSVGElement): void {
  document.body.append(root);
  const { width, height } = root.viewBox.baseVal;
  for (const each of root.querySelectorAll<SVGGraphicsElement>('text, rect')) {
    const { left, top, right, bottom } = each.getBoundingClientRect();
    const page = root.getBoundingClientRect();
    expect(left - page.left).toBeGreaterThanOrEqual(-1);
    expect(top - page.top).toBeGreaterThanOrEqual(-1);
    expect(right - page.left).toBeLessThanOrEqual(width + 1);
    expect(bottom - page.top).toBeLessThanOrEqual(height + 1);
  }
  root.remove();
}

describe('the tables', () => {
  test.each([
    ['standard', standardMoment(30), paper, english],
    ['standard, finished, on the board', standardMoment(108 * 9), board, chinese],
    ['transposed', transposedMoment(20, 'output'), paper, english],
  ])('%s: every shown number is a text in its tensor', (_, moment, theme, say) => {
    const groups = gridModel(moment, { theme, say });
    const root = opened(gridSvg(groups, theme, 'a < b & "c"'));
    expect(root.querySelector('title')!.textContent).toBe('a < b & "c"');
    for (const { tensor, panels } of groups) {
      const shown = textsIn(root.querySelector(`[data-tensor="${tensor}"]`)!);
      const numbers = panels.flatMap(({ cells }) => cells.flat().map(({ text }) => text)).filter(Boolean);
      const left = [...shown];
      for (const number of numbers) {
        const at = left.indexOf(number);
        expect(at, `${number} of ${tensor}`).toBeGreaterThanOrEqual(0);
        left.splice(at, 1);
      }
    }
    expectInside(root);
  });
});

describe('the matrix', () => {
  test.each([
    ['W', standardMoment(0)],
    ['Wᵀ', transposedMoment(0, 'output')],
  ])('%s: rows times the input are the output', (name, moment) => {
    const [view] = moment.stages;
    const root = opened(matrixSvg(sheetOf(view, false, 'channel'), view, paper, 'matrix'));
    expect(textsIn(root)[0]).toMatch(new RegExp(`^${name}: `));
    // Cells stand channel by channel, so both tensors are put into that order by plain loops.
    const planes = ({ shape: [, rows, columns, channels], data }: typeof view.input): number[] =>
      Array.from({ length: channels }, (_, channel) =>
        Array.from({ length: rows * columns }, (__, cell) => data[cell * channels + channel]),
      ).flat();
    const [x, y] = [planes(view.input), planes(view.output)];
    const sums = y.map(() => 0);
    for (const entry of root.querySelectorAll<SVGTextElement>('[data-row]')) {
      const { row, column } = entry.dataset;
      sums[Number(row) - 1] += parsePrinted(entry.textContent) * x[Number(column) - 1];
    }
    expect(sums).toEqual(y);
    expectInside(root);
  });

  test('too many entries are refused, many are drawn without numbers', () => {
    const moment = (side: number) =>
      momentOf({
        spec: { input: [side, side, 1], kernel: 3 },
        input: tensor([1, side, side, 1], 1),
        tensors: { weights: tensor([3, 3, 1, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9]) },
        step: 0,
      });
    const drawn = (side: number): string | null => {
      const [view] = moment(side).stages;
      return matrixSvg(sheetOf(view, false, 'channel'), view, paper, 'matrix');
    };
    expect(drawn(60)).toBeNull();
    const root = opened(drawn(40));
    expect(root.querySelectorAll('[data-row]')).toHaveLength(0);
    expect(root.querySelectorAll('rect').length).toBeGreaterThan(38 * 38 * 9);
  });
});

describe('the formula', () => {
  test.each([0, 5, 27, 108])('at step %i says what the view says', (step) => {
    const formula = formulaOf(standardMoment(step));
    const root = opened(formulaSvg(formula, paper, 'formula'));
    const written = textsIn(root).join('').replace(/\s/g, '');
    const numbers = formula.lines.flatMap(({ nodes }) => toText(nodes).match(/−?\d+(?:\.\d+)?/g) ?? []);
    for (const number of numbers) expect(written).toContain(number);
    expect(root.querySelectorAll('foreignObject, script, style, image')).toHaveLength(0);
    expectInside(root);
  });
});

describe('text', () => {
  test('is written so that nothing in it is markup', () => {
    expect(escaped('<script>&"\u0000\u0007')).toBe('&lt;script&gt;&amp;&quot;');
    const root = opened(
      element('svg', { xmlns: 'http://www.w3.org/2000/svg', id: '"><script>' }, escaped('<b/>')),
    );
    expect([root.id, root.textContent, root.children.length]).toEqual(['"><script>', '<b/>', 0]);
  });
});
