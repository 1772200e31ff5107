/**
 * The singular value decomposition of a small matrix: a sum of matrices of rank one, the largest first. Cut after r of
 * them it is the closest matrix of rank r (Eckart and Young, 1936). Found by one-sided Jacobi turns (Hestenes, 1958),
 * which are slow for large matrices and exact to the last digits for small ones.
 */

/** One part: the outer product of a direction and the share that each column of the matrix takes of it. */
export interface RankOnePart {
  /** Its length is `size`; orthogonal to the directions of the other parts. */
  readonly direction: Float64Array;
  /** One number a column; of length 1. */
  readonly shares: readonly number[];
  /** The singular value. */
  readonly size: number;
}

/** Singular values below this share of the largest are rounding. */
const negligible = 1e-6;
const mostSweeps = 60;
const orthogonal = 1e-13;

/** The parts that add up to a matrix given by its columns: as many as it has columns, the largest first. */
export function rankOneParts(columns: readonly Float64Array[]): RankOnePart[] {
  const turned = columns.map((column) => Float64Array.from(column));
  const shares = columns.map((_, i) => Float64Array.from(columns, (_column, j) => Number(i === j)));
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let turns = 0;
    for (let first = 0; first < turned.length; first++) {
      for (let second = first + 1; second < turned.length; second++) {
        const angle = angleBetween(turned[first], turned[second]);
        if (angle === null) continue;
        turns++;
        turn(turned[first], turned[second], angle);
        turn(shares[first], shares[second], angle);
      }
    }
    if (turns === 0) break;
  }
  return turned
    .map((direction, part) => ({ direction, shares: [...shares[part]], size: Math.hypot(...direction) }))
    .sort((a, b) => b.size - a.size);
}

/** How many parts are more than rounding: the rank of the matrix. */
export function rankOfParts(parts: readonly Pick<RankOnePart, 'size'>[]): number {
  return parts.filter(({ size }) => size > parts[0].size * negligible).length;
}

/** Cosine and sine of the turn that makes two columns orthogonal; null when they are. */
function angleBetween(a: Float64Array, b: Float64Array): readonly [cosine: number, sine: number] | null {
  const [aa, bb, ab] = [dot(a, a), dot(b, b), dot(a, b)];
  if (Math.abs(ab) <= orthogonal * Math.sqrt(aa * bb)) return null;
  const half = (bb - aa) / (2 * ab);
  const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.hypot(1, half));
  const cosine = 1 / Math.hypot(1, tangent);
  return [cosine, cosine * tangent];
}

function turn(a: Float64Array, b: Float64Array, [cosine, sine]: readonly [number, number]): void {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i], b[i]];
    a[i] = cosine * x - sine * y;
    b[i] = sine * x + cosine * y;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
