import { describe, expect, it } from 'vitest';
import { groupStops } from '../../components/shared/group-stops.js';
import type { LayerFields } from '../../src/variants/types.js';

describe('groups that a layer can have', () => {
  it.each<[LayerFields, readonly number[]]>([
    [{ input: [5, 5, 12], filters: 18 }, [1, 2, 3, 6]],
    [{ input: [5, 5, 3], filters: 4 }, [1]],
    [{ input: [5, 5, 3] }, [1]],
  ])('divide channels and filters: %j', (fields, stops) => expect(groupStops(fields)).toEqual(stops));

  it.each<[string, unknown, unknown]>([
    ['text', 'abc', 4],
    ['no filters', [5, 5, 4], 'abc'],
    ['less than one', [5, 5, 0], 4],
    ['part of one', [5, 5, 2.5], 4],
    ['endless', [5, 5, Infinity], Infinity],
  ])('are none where a size is none: %s', (_, input, filters) => {
    expect(groupStops({ input, filters } as unknown as LayerFields)).toEqual([]);
  });

  it('are bounded, however large the sizes are', () => {
    const stops = groupStops({ input: [5, 5, 2 ** 52], filters: 2 ** 52 });
    expect(stops).toEqual(Array.from({ length: 13 }, (_, power) => 2 ** power));
  });
});
