/** Along outputs the stamps hover as layers of glass, and a pin through the cell in the making picks one value of each it meets. */
import { axesOf, bigPosition } from '../../../../math/incidence.js';
import type { Index4 } from '../../../../math/types.js';
import { inputCellAt, inputOrdinalOf } from '../../../../timeline/cells.js';
import { boxOfCells, cellCentre } from '../../layout/lattice.js';
import { centreOf, type Box, type Vector } from '../../layout/space.js';
import { tileDepth } from '../../layout/bench.js';
import type { Line, Tile } from '../../staging.js';
import { line, rectangle } from '../lines.js';
import { settle } from '../progress.js';
import { shown } from '../scene.js';
import { glassPane } from '../tiles.js';
import { firstOfImage } from './landing.js';
import { groundOf } from './pile.js';
import { productTile } from './products.js';
import { channelInHand, type ScatterScene } from './scene.js';

/** In cells: the lowest layer over the canvas, from layer to layer, and the highest. */
const heights = { lowest: 0.9, between: 1.15, highest: 4.35 };
/** Of a channel of no more input cells all stamps hover; of a larger one, as many of those that the pin meets. */
const mostLayers = 4;
/** In cells: a picked product stands beside the pin. */
const picked = { side: 0.55, right: 0.36 };

interface Layer {
  readonly input: Index4;
  readonly box: Box;
  readonly z: number;
  /** The pin goes through it. */
  readonly met: boolean;
}

function layersOf(scene: ScatterScene): Layer[] {
  const { view, frame, layout, done } = scene;
  if (frame.walk === 'input' || done || layout.ledger > 0) return [];
  const met = metInHand(scene);
  const [, height, width] = view.stage.input;
  const cells = height * width;
  const first = firstOfImage(scene) + channelInHand(scene) * cells;
  const inputs =
    cells <= mostLayers ? Array.from({ length: cells }, (_, i) => inputCellAt(view.stage, first + i)) : met;
  const ground = groundOf(layout, frame.cell[3]);
  const [pitch] = layout.output.pitch;
  const between = Math.min(
    heights.between,
    (heights.highest - heights.lowest) / Math.max(inputs.length - 1, 1),
  );
  return inputs.map((input, i) => ({
    input,
    box: landingBox(scene, input),
    z: ground + (heights.lowest + i * between) * pitch,
    met: met.some((each) => String(each) === String(input)),
  }));
}

/** The input cells of the channel in hand whose stamps the pin meets; of many, those about the one in hand. */
function metInHand(scene: ScatterScene): readonly Index4[] {
  const { frame } = scene;
  const small = channelInHand(scene);
  const met = frame.terms.flatMap(({ input }, at) => (input?.[3] === small ? [{ input, at }] : []));
  const inHand = met.findIndex(({ at }) => at >= frame.term);
  const page = Math.floor((inHand === -1 ? met.length - 1 : inHand) / mostLayers);
  return met.slice(page * mostLayers, (page + 1) * mostLayers).map(({ input }) => input);
}

function landingBox({ layout, view, frame }: ScatterScene, [, row, column]: Index4): Box {
  const [rows, columns] = axesOf(view.stage);
  const [top, left] = [bigPosition(rows, row, 0), bigPosition(columns, column, 0)];
  const bottom = bigPosition(rows, row, rows.kernel - 1);
  const right = bigPosition(columns, column, columns.kernel - 1);
  const channel = frame.cell[3];
  return boxOfCells(layout.output, [left, top, channel, 0], [right, bottom, channel, 0]);
}

/** Has the pin been put through the cell? */
function pinned(scene: ScatterScene): number {
  return settle(shown(scene, 'place'));
}

export function layerTiles(scene: ScatterScene): Tile[] {
  const layers = layersOf(scene);
  const isPinned = pinned(scene) > 0;
  const panes = layers.map(({ box, z, met }) => {
    const [x, y] = centreOf(box);
    const size: Vector = [box.max[0] - box.min[0], box.max[1] - box.min[1], 0.02];
    return glassPane('output', [x, y, z], size, isPinned && !met ? 0.12 : 0.4, 'kernel');
  });
  return [...panes, ...pickedTiles(scene, layers)];
}

/** The products that the cell in the making collects, where the pin meets their layers. */
function pickedTiles(scene: ScatterScene, layers: readonly Layer[]): Tile[] {
  const { layout, frame, view, values } = scene;
  if (!values || shown(scene, 'weigh') === 0) return [];
  const [, row, column, channel] = frame.cell;
  const [x, y] = cellCentre(layout.output, [column, row, channel, 0]);
  const [pitch] = layout.output.pitch;
  const side = pitch * picked.side;
  return layers.flatMap(({ input, z }): Tile[] => {
    const ordinal = inputOrdinalOf(view.stage, input);
    const at = frame.terms.findIndex(
      (term) => term.input && inputOrdinalOf(view.stage, term.input) === ordinal,
    );
    if (at === -1) return [];
    const { weight } = frame.terms[at];
    const product = { value: values.product[at], input, weight, output: frame.cell };
    const tile = productTile(scene, product, [x + picked.right * pitch, y, z], [side, side, tileDepth / 2]);
    return [{ ...tile, tone: at < frame.term ? 'output' : 'kernel', glow: at === frame.term - 1 ? 1 : 0.4 }];
  });
}

export function layerLines(scene: ScatterScene): Line[] {
  const layers = layersOf(scene);
  const opacity = pinned(scene);
  const outlines = layers.flatMap(({ box, z, met }) =>
    rectangle(box, z, {
      station: 'output',
      tone: 'kernel',
      thickness: met ? 0.05 : 0.03,
      opacity: opacity > 0 && !met ? 0.25 : 0.7,
      behind: 0.25,
    }),
  );
  if (opacity === 0 || layers.length === 0) return outlines;
  const { layout, frame } = scene;
  const [, row, column, channel] = frame.cell;
  const [x, y] = cellCentre(layout.output, [column, row, channel, 0]);
  const top = Math.max(...layers.map(({ z }) => z)) + 0.5;
  return [
    ...outlines,
    line([x, y, groundOf(layout, channel)], [x, y, top], {
      station: 'output',
      tone: 'accent',
      thickness: 0.08,
      opacity,
      behind: 0.5,
    }),
  ];
}
