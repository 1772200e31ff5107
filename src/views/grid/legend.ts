import { formatNumber } from '../../words/numbers.js';
import type { WordKey } from '../../words/say.js';
import { paletteRamp } from '../palette.js';
import type { Say } from '../say.js';
import type { ViewTheme } from '../theme.js';
import type { CellMark, GridLegend, GridPanel } from './types.js';

/** A mark and what it means. */
export interface MarkWords {
  readonly mark: CellMark;
  readonly text: WordKey;
}

/** What pointing and pinning draw in any table. */
const selectionMarks = [
  { mark: 'highlighted', text: 'grid.mark.highlighted' },
  { mark: 'pinned', text: 'grid.mark.pinned' },
] as const satisfies readonly MarkWords[];

/** The ends of a tensor's colour scale, samples of it, and the marks that its cells carry. */
export function gridLegend(
  range: number,
  marks: readonly MarkWords[],
  panels: readonly GridPanel[],
  { theme, say }: { readonly theme: ViewTheme; readonly say: Say },
): GridLegend {
  const [low, high] = [-range, range].map((value) => formatNumber(value));
  return {
    name: say('grid.legend', { low, high }),
    low,
    high,
    swatches: paletteRamp(theme),
    marks: [
      ...marks.map(({ mark, text }) => ({ mark, text: say(text), present: true })),
      ...selectionMarks.map(({ mark, text }) => ({ mark, text: say(text), present: isIn(panels, mark) })),
    ],
  };
}

/** Some shown cell carries the mark. */
export function isIn(panels: readonly GridPanel[], mark: CellMark): boolean {
  return panels.some((panel) => panel.cells.some((row) => row.some((cell) => cell.marks.includes(mark))));
}
