/** Tiles that stand for a lit cell stand out as the cells of a volume do; the others step back. */
import type { Highlight, TensorRole } from '../../../timeline/types.js';
import type { Target, Tile } from '../staging.js';
import type { Scene } from './scene.js';

/** Opacity of what is not lit while something is. */
const steppedBack = 0.3;

export function litTiles({ highlight }: Pick<Scene, 'highlight'>, tiles: readonly Tile[]): readonly Tile[] {
  if (!highlight) return tiles;
  const lit = {
    input: keysOf(highlight, 'input'),
    output: keysOf(highlight, 'output'),
    weights: keysOf(highlight, 'weights'),
  };
  const isLit = (tensor: TensorRole, index: readonly number[]) =>
    tensor !== 'bias' && lit[tensor].has(String(index));
  /** A product is lit where its weight and both of its cells are. */
  const isTargetLit = ({ tensor, index, pair }: Target) =>
    isLit(tensor, index) && (!pair || (isLit('input', pair.input) && isLit('output', pair.output)));
  return tiles.map((tile) => {
    if (!tile.target || tile.target.tensor === 'bias') return tile;
    return isTargetLit(tile.target)
      ? { ...tile, tone: 'accent', glow: 1 }
      : { ...tile, opacity: tile.opacity * steppedBack };
  });
}

function keysOf(highlight: Highlight, tensor: 'input' | 'output' | 'weights'): ReadonlySet<string> {
  return new Set(highlight[tensor].map(String));
}
