import { formatNumber } from '../../words/numbers.js';
import type { WordKey } from '../../words/say.js';
import { paletteRamp } from '../palette.js';
import type { Say } from '../say.js';
import type { ViewTheme } from '../theme.js';
import type { CellMark, GridLegend } from './types.js';

/** The ends of a tensor's colour scale, samples of it, and the marks that its cells carry. */
export function gridLegend(
  range: number,
  marks: readonly { readonly mark: CellMark; readonly text: WordKey }[],
  { theme, say }: { readonly theme: ViewTheme; readonly say: Say },
): GridLegend {
  const [low, high] = [-range, range].map((value) => formatNumber(value));
  return {
    name: say('grid.legend', { low, high }),
    low,
    high,
    swatches: paletteRamp(theme),
    marks: marks.map(({ mark, text }) => ({ mark, text: say(text) })),
  };
}
