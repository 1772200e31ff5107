/** Scatter, gather and matrix are three pictures of one run: at any step they show the same numbers, and the same gaps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termsOf } from '../../src/math/incidence.js';
import { plan } from '../../src/math/index.js';
import type { ConvSpec, Index4 } from '../../src/math/types.js';
import { cellCount, ordinalOf } from '../../src/timeline/cells.js';
import { stepsOf } from '../../src/timeline/position.js';
import type { Moment, Walk } from '../../src/timeline/types.js';
import { matrixModel } from '../../src/views/matrix/model.js';
import { cellOfOffset } from '../../src/views/matrix/sheet.js';
import { faceText } from '../../src/views/scene/face-text.js';
import { placeOf } from '../../src/views/scene/layout/lattice.js';
import type { Staging } from '../../src/views/scene/staging.js';
import { elementAt, smallIntegers } from './scene-moment.js';
import { stagingOf } from './transposed-staging.js';

const SEED = 31;

const specs = fc
  .record({
    height: fc.integer({ min: 1, max: 3 }),
    width: fc.integer({ min: 1, max: 3 }),
    images: fc.integer({ min: 1, max: 2 }),
    groups: fc.integer({ min: 1, max: 2 }),
    read: fc.integer({ min: 1, max: 2 }),
    written: fc.integer({ min: 1, max: 2 }),
    kernel: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    stride: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    dilation: fc.integer({ min: 1, max: 2 }),
    padding: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
    outputPadding: fc.integer({ min: 0, max: 1 }),
  })
  .map((drawn): ConvSpec => ({
    op: 'transposed',
    input: [drawn.images, drawn.height, drawn.width, drawn.groups * drawn.read],
    filters: drawn.groups * drawn.written,
    groups: drawn.groups,
    kernel: drawn.kernel,
    stride: drawn.stride,
    dilation: drawn.dilation,
    padding: drawn.padding as [number, number, number, number],
    outputPadding: drawn.outputPadding,
  }))
  .filter((spec) => plan(spec).problems.length === 0);

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });

/** Cells of the image that is shown. */
function cellsOf({ stages: [{ stage }], frame }: Moment): Index4[] {
  const [batch] = stage.output;
  const all = cellCount(stage) / batch;
  const [, height, width, channels] = stage.output;
  return Array.from({ length: all }, (_, i): Index4 => {
    const place = Math.floor(i / channels);
    return [frame.cell[0], Math.floor(place / width) % height, place % width, i % channels];
  });
}

/** The number on a tile that stands on an output cell; '' where there is none. */
function onTile({ tiles }: Staging, cell: Index4): string {
  const own = tiles.find(
    ({ station, target, kind, text }) =>
      station === 'output' &&
      (kind === 'solid' || kind === 'dashed') &&
      text !== '' &&
      target?.tensor === 'output' &&
      String(target.index) === String(cell),
  );
  return own?.text ?? '';
}

/** The number that the output's volume shows on a cell. */
function onVolume({ volumes: { output } }: Staging, { stages: [view] }: Moment, cell: Index4): string {
  const { lattice, done, order, values } = output;
  const place = placeOf(lattice, values ? [0, ...cell.slice(1)] : cell)!;
  const ordinal = place.reduce((sum, at, axis) => sum + at * order.strides[axis], order.offset);
  if (ordinal >= done) return '';
  return faceText(values ? elementAt(values, [0, ...cell.slice(1)]) : elementAt(view.output, cell));
}

function inMatrix(moment: Moment): (cell: Index4) => string {
  const { left, sheet } = matrixModel(moment, { stage: 0, turned: false, order: 'pixel', fed: null });
  const texts = new Map(
    Array.from({ length: left.cells }, (_, place) => {
      const cell = cellOfOffset(sheet.stage, 'big', moment.frame.cell[0], sheet.rows.offsets[place]);
      const value = left.valueAt(place);
      return [String(cell), value === null ? '' : faceText(value)];
    }),
  );
  return (cell) => texts.get(String(cell)) ?? 'missing';
}

/** Beyond the canvas, and between taps wider apart than the cells, no stamp ever lands: the scatter view says 0 from the start. */
function isReached({ stages: [{ stage }] }: Moment, cell: Index4): boolean {
  return termsOf(stage, cell).some(({ input }) => input !== null);
}

function atShare(spec: ConvSpec, walk: Walk, share: number): Moment {
  const example = smallIntegers(spec);
  return example.at(share * stepsOf(example.plan, walk), null, walk);
}

describe('the three transposed views at random steps', () => {
  it('show the same sums along inputs', () => {
    fc.assert(
      fc.property(specs, shares, (spec, steps) => {
        for (const share of steps) {
          const moment = atShare(spec, 'input', share);
          const [stamps, stretched] = [stagingOf('scatter', moment), stagingOf('gather', moment)];
          const matrix = inMatrix(moment);
          for (const cell of cellsOf(moment)) {
            const expected = matrix(cell);
            const collected = onTile(stretched, cell) || onVolume(stretched, moment, cell);
            expect([share, cell, collected]).toEqual([share, cell, expected]);
            const stamped = isReached(moment, cell) ? expected : '0';
            expect([share, cell, onTile(stamps, cell)]).toEqual([share, cell, stamped]);
          }
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('show the same finished cells along outputs, and the same sum of the one in hand', () => {
    fc.assert(
      fc.property(specs, shares, (spec, steps) => {
        for (const share of steps) {
          const moment = atShare(spec, 'output', share);
          const [stamps, stretched] = [stagingOf('scatter', moment), stagingOf('gather', moment)];
          const matrix = inMatrix(moment);
          const { frame, stages, values } = moment;
          const cells = cellsOf(moment);
          const shown = cells.map((cell) => onVolume(stretched, moment, cell));
          expect([share, shown]).toEqual([share, cells.map(matrix)]);
          const isDone = (cell: Index4) => ordinalOf(stages[0].stage, cell) !== frame.cellsDone;
          const others = cells.filter((cell) => isReached(moment, cell) && isDone(cell));
          expect([share, others.map((cell) => onTile(stamps, cell))]).toEqual([share, others.map(matrix)]);
          const inHand = frame.terms.slice(0, frame.term).some(({ input }) => input !== null);
          const hasOneSum = frame.cellsDone < frame.cells && inHand && frame.channels === 1;
          const sum = stretched.tiles.find(({ station, target }) => station === 'sum' && target)?.text;
          const running = hasOneSum ? faceText(values!.runningSum[frame.term - 1]) : null;
          expect(hasOneSum ? [share, onTile(stamps, frame.cell), sum] : null).toEqual(
            hasOneSum ? [share, running, running] : null,
          );
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});
