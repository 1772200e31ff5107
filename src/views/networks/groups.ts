/** Kinds of rows as the pictures group them: each convolution a kind of its own, what has few numbers together. */
import type { NetworkRow } from '../../networks/index.js';

/** In the order of bars and legends. */
export const kindGroups = [
  'standard',
  'grouped',
  'depthwise',
  'pointwise',
  'separable',
  'transposed',
  'dense',
  'batch-norm',
  'other',
] as const;
export type KindGroup = (typeof kindGroups)[number];

/** What a picture measures rows by. */
export const measures = ['params', 'macs'] as const;
export type Measure = (typeof measures)[number];

/** A 1 × 1 convolution of a plane of one place is a dense row in all but name: so MobileNet V1 has its classifier. */
export function groupOf({ kind, inputs: [input] }: Pick<NetworkRow, 'kind' | 'inputs'>): KindGroup {
  if (kind === 'pointwise' && input?.[0] === 1 && input[1] === 1) return 'dense';
  const named: readonly string[] = kindGroups;
  return named.includes(kind) ? (kind as KindGroup) : 'other';
}

/** The groups that a network has, in their order. */
export function groupsIn(rows: readonly NetworkRow[]): readonly KindGroup[] {
  const present = new Set(rows.map(groupOf));
  return kindGroups.filter((group) => present.has(group));
}

/** A group's part of a whole. */
export interface Share {
  readonly group: KindGroup;
  /** Rows that have any of it. */
  readonly layers: number;
  readonly value: number;
  /** 0 … 1, of the whole. */
  readonly share: number;
}

/** The groups that have any of it, in their order. */
export function sharesOf(rows: readonly NetworkRow[], measure: Measure): readonly Share[] {
  const whole = sum(rows, measure);
  const shares = kindGroups.map((group): Share => {
    const parts = rows.filter((row) => row[measure] > 0 && groupOf(row) === group);
    const value = sum(parts, measure);
    return { group, layers: parts.length, value, share: whole === 0 ? 0 : value / whole };
  });
  return shares.filter(({ value }) => value > 0);
}

function sum(rows: readonly NetworkRow[], measure: Measure): number {
  return rows.reduce((total, row) => total + row[measure], 0);
}
