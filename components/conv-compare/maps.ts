import type { Moment } from '../../src/timeline/types.js';
import { placeAt, placesAfter, type Tick } from '../../src/views/compare/clock.js';
import { paintMap } from '../../src/views/compare/paint-map.js';
import type { ViewTheme } from '../../src/views/theme.js';

/** Paints the small maps at the rows of the benches as far as they are done, and inputs too large to draw cell by cell. */
export function paintMaps(root: ParentNode, moments: readonly Moment[], clock: Tick, theme: ViewTheme): void {
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>('.lab canvas.map')) {
    const { stages } = moments[Number(canvas.closest<HTMLElement>('.lab')!.dataset.lab)];
    const { stage, output, ranges } = stages[Number(canvas.dataset.stage)];
    const image = placeAt(stage, clock)?.[0] ?? 0;
    const before = image * stage.output[1] * stage.output[2];
    const done = placesAfter(stage, Math.floor(clock.at), clock.of) - before;
    const channel = Number(canvas.dataset.filter);
    paintMap(canvas, output, { image, channel, done, range: ranges.output }, theme);
  }
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>('canvas.sheet-map')) {
    const reader = Number(canvas.closest<HTMLElement>('[data-reader]')!.dataset.reader);
    const { input, ranges } = moments[reader].stages[0];
    const [image, channel] = [Number(canvas.dataset.image), Number(canvas.dataset.channel)];
    paintMap(canvas, input, { image, channel, done: Infinity, range: ranges.input }, theme);
  }
}
