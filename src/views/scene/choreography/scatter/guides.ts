/** What does not travel in the scatter view: frames round the input cells in use, the landing place, and the cell in the making. */
import type { Index4 } from '../../../../math/types.js';
import { boxOfCells } from '../../layout/lattice.js';
import type { Line } from '../../staging.js';
import { edges, rectangle } from '../lines.js';
import { frameThickness, placeOpacity } from '../place-frame.js';
import { groundOf } from './pile.js';
import { hasStamp, type ScatterScene, type StampScene } from './scene.js';

/** More input cells than this are not framed one by one. */
const mostFrames = 36;

export function guideLines(scene: ScatterScene): Line[] {
  const opacity = placeOpacity(scene);
  if (opacity === 0 || scene.done) return [];
  if (hasStamp(scene))
    return [...inputFrame(scene, scene.stamp.input, opacity), ...landingFrames(scene, opacity)];
  const read = scene.frame.terms.flatMap(({ input }) => (input ? [input] : []));
  return [
    ...read.slice(0, mostFrames).flatMap((input) => inputFrame(scene, input, opacity)),
    ...cellFrame(scene, opacity),
  ];
}

function inputFrame({ layout }: ScatterScene, [, row, column, channel]: Index4, opacity: number): Line[] {
  const place = [column, row, channel, 0] as const;
  const thickness = frameThickness(layout.input);
  const look = { station: 'input', tone: 'kernel', thickness, opacity, behind: 0.3 } as const;
  return edges(boxOfCells(layout.input, place, place), look);
}

function cellFrame({ layout, frame }: ScatterScene, opacity: number): Line[] {
  const [, row, column, channel] = frame.cell;
  const place = [column, row, channel, 0] as const;
  const thickness = frameThickness(layout.output);
  const box = boxOfCells(layout.output, place, place);
  const look = { station: 'output', tone: 'output', thickness, opacity, behind: 0.4 } as const;
  return rectangle(box, groundOf(layout, channel) + 0.05, look);
}

/** From the first tap's place to the last one's, cropped places included; on every sheet that stands apart. */
function landingFrames({ layout, stamp }: StampScene, opacity: number): Line[] {
  const { entries } = stamp;
  const [first, last] = [entries[0], entries[entries.length - 1]];
  const count = last.channel - first.channel + 1;
  const sheets =
    layout.lanePitch === null ? [first.channel] : Array.from({ length: count }, (_, i) => first.channel + i);
  const thickness = frameThickness(layout.output);
  return sheets.flatMap((channel) =>
    rectangle(
      boxOfCells(
        layout.output,
        [first.place[1], first.place[0], channel, 0],
        [last.place[1], last.place[0], channel, 0],
      ),
      groundOf(layout, channel) + 0.12,
      { station: 'output', tone: 'kernel', thickness, opacity, behind: 0.6 },
    ),
  );
}
