import { rangeOf } from '../../src/timeline/colour-range.js';
import type { Moment } from '../../src/timeline/types.js';
import { placeAt, placesAfter, type Tick } from '../../src/views/compare/clock.js';
import { paintMap } from '../../src/views/compare/paint-map.js';
import type { ViewTheme } from '../../src/views/theme.js';

/** Paints the small maps at the rows of the benches as far as they are done, and inputs too large to draw cell by cell. */
export function paintMaps(root: ParentNode, moments: readonly Moment[], clock: Tick, theme: ViewTheme): void {
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>('.lab canvas.map')) {
    const { stages } = moments[Number(canvas.closest<HTMLElement>('.lab')!.dataset.lab)];
    const view = stages[Number(canvas.dataset.stage)];
    const { stage, output } = view;
    const image = placeAt(stage, clock)?.[0] ?? 0;
    const before = image * stage.output[1] * stage.output[2];
    const done = placesAfter(stage, Math.floor(clock.at), clock.of) - before;
    const channel = Number(canvas.dataset.filter);
    paintMap(canvas, output, { image, channel, done, range: rangeOf(view, 'output', channel) }, theme);
  }
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>('canvas.sheet-map')) {
    const reader = Number(canvas.closest<HTMLElement>('[data-reader]')!.dataset.reader);
    const [view] = moments[reader].stages;
    const [image, channel] = [Number(canvas.dataset.image), Number(canvas.dataset.channel)];
    const range = rangeOf(view, 'input', channel);
    paintMap(canvas, view.input, { image, channel, done: Infinity, range }, theme);
  }
}
