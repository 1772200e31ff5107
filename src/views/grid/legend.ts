import type { Ranges, Selection } from '../../timeline/types.js';
import { formatNumber } from '../../words/numbers.js';
import type { WordKey } from '../../words/say.js';
import { paletteRamp } from '../palette.js';
import { scaleLegend } from '../scale-legend.js';
import type { GridContext } from './context.js';
import type { CellMark, GridLegend, GridPanel } from './types.js';

/** A mark and what it means. */
export interface MarkWords {
  readonly mark: CellMark;
  readonly text: WordKey;
}

/** What pointing and pinning draw in any table. */
function selectionMarks(selection: Selection | null): readonly MarkWords[] {
  return [
    { mark: 'highlighted', text: 'grid.mark.highlighted' },
    { mark: 'pinned', text: selection?.declared ? 'grid.mark.marked' : 'grid.mark.pinned' },
  ];
}

/** The ends of a tensor's colour scale, samples of it, and the marks that its cells carry. */
export function gridLegend(
  tensor: keyof Ranges,
  marks: readonly MarkWords[],
  panels: readonly GridPanel[],
  { theme, say, view, selection }: Pick<GridContext, 'theme' | 'say' | 'view' | 'selection'>,
): GridLegend {
  const { range, note } = scaleLegend(view, tensor, selection, say);
  const [low, high] = [-range, range].map((value) => formatNumber(value, view));
  return {
    name: say('grid.legend', { low, high }),
    low,
    high,
    note,
    swatches: paletteRamp(theme),
    marks: [
      ...marks.map(({ mark, text }) => ({ mark, text: say(text), present: true })),
      ...selectionMarks(selection).map(({ mark, text }) => ({
        ...{ mark, text: say(text), present: isIn(panels, mark) },
      })),
    ],
  };
}

/** Some shown cell carries the mark. */
export function isIn(panels: readonly GridPanel[], mark: CellMark): boolean {
  return panels.some((panel) => panel.cells.some((row) => row.some((cell) => cell.marks.includes(mark))));
}
