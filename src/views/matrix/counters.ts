/** What a matrix holds, and what a dense one of its size would waste. */
import type { SparseMatrix } from '../../math/matrix.js';
import { matrixSize } from '../../math/matrix-places.js';
import { LONGEST_RANKED_SIDE, rankOf } from '../../math/matrix-rank.js';
import { formatCount, formatNumber } from '../../words/numbers.js';
import type { Say } from '../say.js';

import type { Sheet } from './sheet.js';

export interface MatrixCounter {
  readonly key: 'entries' | 'density' | 'rank' | 'blank';
  readonly label: string;
  readonly value: string;
  /** '' where there is nothing to add. */
  readonly unit: string;
}

export function matrixCounters({ matrix, stage }: Sheet, say: Say): readonly MatrixCounter[] {
  const { rows, cols, entries, blanks, density } = matrixSize(stage);
  const rank = knownRank(matrix);
  const most = formatCount(Math.min(rows, cols));
  const limit = formatCount(LONGEST_RANKED_SIDE);
  return [
    {
      key: 'entries',
      label: say('matrix.entries'),
      value: formatCount(entries),
      unit: say('matrix.entries.of', { places: formatCount(rows * cols) }),
    },
    { key: 'density', label: say('matrix.density'), value: formatNumber(density), unit: '' },
    {
      key: 'rank',
      label: say('matrix.rank'),
      value: rank === null ? '–' : formatCount(rank),
      unit: rank === null ? say('matrix.rank.unknown', { most: limit }) : say('matrix.rank.of', { most }),
    },
    {
      key: 'blank',
      label: say('matrix.blank'),
      value: formatCount(blanks),
      unit: say('matrix.blank.unit'),
    },
  ];
}

const ranks = new WeakMap<SparseMatrix, { readonly rank: number | null }>();

/** Counted once a matrix. */
function knownRank(matrix: SparseMatrix): number | null {
  const known = ranks.get(matrix) ?? { rank: rankOf(matrix) };
  ranks.set(matrix, known);
  return known.rank;
}
