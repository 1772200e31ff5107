/** The map under hands: places under points, zoom, sight, and the turn. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  geometryOf,
  keptInSight,
  largestZoomed,
  mostZoom,
  panned,
  partInSight,
  placeAt,
  unzoomed,
  zoomAt,
} from '../../src/views/matrix/geometry.js';
import { turnAt, turned } from '../../src/views/matrix/turn.js';

const SEED = 16;
const size = { rows: 4, columns: 16, beyond: false };
const room = { width: 800, height: 500 };
const huge = { rows: 4096, columns: 4096, beyond: false };

/** The middle of a cell. */
const middle = (
  { left, top, cell, scrollX, scrollY }: ReturnType<typeof geometryOf>,
  row: number,
  column: number,
) => [left + (column + 0.5) * cell - scrollX, top + (row + 0.5) * cell - scrollY] as const;

describe('the map', () => {
  it('has square cells large enough for digits, and headings of the same size', () => {
    const { cell, head, left, height, top } = geometryOf(size, room);
    expect([cell, head]).toEqual([34, 34]);
    expect(left + 16 * cell).toBeLessThan(room.width);
    expect(height).toBeLessThanOrEqual(room.height);
    expect(top).toBe(left);
  });

  it('finds cells, headings, what stands beyond them, and nothing in the gaps', () => {
    const geometry = geometryOf({ ...size, beyond: true }, room);
    const { left, top, head, gap } = geometry;
    expect(placeAt(geometry, ...middle(geometry, 3, 15))).toEqual({ row: 3, column: 15 });
    expect(placeAt(geometry, left + 1, top - gap - head / 2)).toEqual({ row: -1, column: 0 });
    expect(placeAt(geometry, left - gap - head / 2, top + 1)).toEqual({ row: 0, column: -1 });
    expect(placeAt(geometry, left - 2 * gap - 1.5 * head, top + 1)).toEqual({ row: 0, column: -2 });
    expect(placeAt(geometry, left - gap / 2, top + 1)).toBeNull();
    expect(placeAt(geometry, left - gap - 1, top - gap - 1)).toBeNull();
    expect(placeAt(geometry, room.width - 1, top + 1)).toBeNull();
  });

  it.each([size, { rows: 36, columns: 75, beyond: true }, huge])(
    'shows all of $rows × $columns at first',
    (whole) => {
      for (const width of [280, 1200]) {
        const geometry = geometryOf(whole, { width, height: 500 });
        const last = [whole.rows - 1, whole.columns - 1] as const;
        expect(partInSight(geometry)).toEqual({
          firstRow: 0,
          lastRow: last[0],
          firstColumn: 0,
          lastColumn: last[1],
        });
        const [x, y] = middle(geometry, ...last);
        expect(x).toBeLessThan(width);
        expect(y).toBeLessThan(geometry.height);
      }
    },
  );

  it('keeps the place under the pointer while it zooms, down to legible cells', () => {
    const square = { width: 500, height: 500 };
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 3900 }),
        fc.integer({ min: 200, max: 3900 }),
        fc.double({ min: 1.2, max: 400, noNaN: true }),
        (row, column, by) => {
          const before = geometryOf(huge, square);
          const [x, y] = middle(before, row, column);
          const zoom = zoomAt(before, square, unzoomed, by, x, y);
          const after = geometryOf(huge, square, zoom);
          const seen = middle(after, row, column);
          const slack = after.head - before.head + 1;
          expect(Math.abs(seen[0] - x)).toBeLessThanOrEqual(slack);
          expect(Math.abs(seen[1] - y)).toBeLessThanOrEqual(slack);
          expect(after.cell).toBeLessThanOrEqual(largestZoomed * 1.001);
        },
      ),
      { seed: SEED, numRuns: 100 },
    );
    expect(geometryOf(huge, square, { ...unzoomed, factor: mostZoom(huge, square) }).cell).toBeCloseTo(
      largestZoomed,
      3,
    );
  });

  it('moves no farther than its edges, and brings a place into sight', () => {
    const zoom = { factor: mostZoom(huge, room), column: 0, row: 0 };
    const geometry = geometryOf(huge, room, zoom);
    expect(panned(geometry, room, zoom, 1e6, 1e6)).toMatchObject({ column: 0, row: 0 });
    const far = geometryOf(huge, room, panned(geometry, room, zoom, -1e9, -1e9));
    expect(partInSight(far)).toMatchObject({ lastRow: 4095, lastColumn: 4095 });
    const kept = geometryOf(huge, room, keptInSight(geometry, room, zoom, { row: 2000, column: 3000 }));
    const [x, y] = middle(kept, 2000, 3000);
    expect(placeAt(kept, x, y)).toEqual({ row: 2000, column: 3000 });
    expect([x > kept.left, x < room.width, y > kept.top, y < kept.height]).toEqual([true, true, true, true]);
  });
});

describe('the turn', () => {
  it('leaves the 45° axis where it is and brings entry (i, j) onto (j, i)', () => {
    expect(turned(turnAt(0), 15.5, 3.5)).toEqual([15.5, 3.5]);
    expect(turned(turnAt(1), 15.5, 3.5)).toEqual([3.5, 15.5]);
    for (const progress of [0, 0.2, 0.5, 0.9, 1]) {
      const [x, y] = turned(turnAt(progress), 7, 7);
      expect([x, y].map((each) => Math.round(each * 1e9) / 1e9)).toEqual([7, 7]);
    }
  });

  it('stands on edge half-way: everything lies on the axis', () => {
    const [x, y] = turned(turnAt(0.5), 15.5, 3.5);
    expect(x).toBeCloseTo(y, 9);
    expect(x).toBeCloseTo(9.5, 9);
  });

  it('takes the slot above to the left', () => {
    const [x, y] = turned(turnAt(1), 5.5, -1.2);
    expect([x, y]).toEqual([-1.2, 5.5]);
  });
});
