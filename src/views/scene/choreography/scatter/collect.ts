/** Along outputs: the products that the cell in the making collects, spelled out as value × weight = product. */
import type { Term } from '../../../../math/types.js';
import { tileDepth } from '../../layout/bench.js';
import { boxShare, cellCentre } from '../../layout/lattice.js';
import { mix, type Vector } from '../../layout/space.js';
import type { Tile } from '../../staging.js';
import { bump, ease, rowProgress, settle } from '../progress.js';
import { elementOf, lookOf, shown } from '../scene.js';
import { fly, mark } from '../tiles.js';
import { mostRows, productColumns, rowPitch } from './list.js';
import { asAdded, productTile } from './products.js';
import { groundOf, layersOn, pileHeight } from './pile.js';
import { channelInHand, hasStamp, rowOf, type ScatterScene } from './scene.js';

interface Collected {
  readonly term: Term;
  /** Place among the cell's dense terms. */
  readonly at: number;
}

export function collectTiles(scene: ScatterScene): Tile[] {
  const { frame, layout, done } = scene;
  if (hasStamp(scene) || done || frame.beat === 'start') return [];
  const small = channelInHand(scene);
  const all = frame.terms.flatMap((term, at): Collected[] =>
    term.input && term.weight[3] === small ? [{ term, at }] : [],
  );
  const page = pageOf(all, frame.term);
  const middle = (rowOf(scene, frame.cell[3]) ?? layout.rows[0]).y;
  const side = rowPitch(layout.stacks);
  const top = middle + ((page.length - 1) * side) / 2;
  return [
    ...page.flatMap((each, i) => rowTiles(scene, each, top - i * side)),
    ...(page.length < all.length ? [mark('⋮', columnAt(scene, 'value', top - page.length * side), 1)] : []),
  ];
}

/** As many as there is room for, the one in hand among them. */
function pageOf(all: readonly Collected[], term: number): readonly Collected[] {
  const inHand = all.findIndex(({ at }) => at >= term);
  const page = Math.floor((inHand === -1 ? all.length - 1 : inHand) / mostRows);
  return all.slice(page * mostRows, (page + 1) * mostRows);
}

function columnAt({ layout }: ScatterScene, column: keyof typeof productColumns, y: number): Vector {
  return [layout.chip + productColumns[column], y, 0];
}

function rowTiles(scene: ScatterScene, { term, at }: Collected, y: number): Tile[] {
  const { view, values, frame } = scene;
  const { input, weight } = term;
  const side = rowPitch(scene.layout.stacks) * boxShare;
  const size: Vector = [side, side, tileDepth];
  const lift = ease(shown(scene, 'place'));
  if (!input || lift === 0) return [];
  const read = elementOf(view.input, input);
  const from = cellCentre(scene.layout.input, [input[2], input[1], input[3], 0]);
  const valueTile: Tile = {
    station: 'bench',
    kind: 'solid',
    centre: fly(from, columnAt(scene, 'value', y), lift),
    size: mix(scene.layout.input.cell, size, lift),
    ...lookOf(view, 'input', read, input[3]),
    tone: 'input',
    opacity: 1,
    glow: 0,
    target: { stage: view.stage.index, tensor: 'input', index: input },
  };
  const weigh = settle(shown(scene, 'weigh'));
  if (weigh === 0) return [valueTile];
  const factor = elementOf(view.weights, weight);
  const weightTile: Tile = {
    ...valueTile,
    centre: columnAt(scene, 'weight', y),
    size: [side * weigh, side * weigh, tileDepth],
    ...lookOf(view, 'weights', factor, weight[3]),
    tone: 'kernel',
    target: { stage: view.stage.index, tensor: 'weights', index: weight },
  };
  const sign = (text: string, beside: 'weight' | 'product') => {
    const [x] = columnAt(scene, beside, y);
    return mark(text, [x - 0.8, y, 0], side);
  };
  const tiles = [valueTile, weightTile, sign('×', 'weight'), sign('=', 'product')];
  if (!values) return tiles;
  const product = { value: values.product[at], input, weight, output: frame.cell };
  const tile: Tile = {
    ...productTile(scene, product, columnAt(scene, 'product', y), [side * weigh, side * weigh, tileDepth]),
    station: 'bench',
    glow: 0,
  };
  return [...tiles, ...(at < frame.term ? [asAdded(tile)] : [tile, ...travelling(scene, tile, at)])];
}

/** On its way to the cell in the making. */
function travelling(scene: ScatterScene, tile: Tile, at: number): Tile[] {
  const { frame, view, layout, reducedMotion } = scene;
  const { moving } = rowProgress(frame, view.stage, frame.channel);
  if (reducedMotion || at !== frame.term || moving === 0) return [];
  const [, row, column, channel] = frame.cell;
  const [x, y] = cellCentre(layout.output, [column, row, channel, 0]);
  const height = pileHeight(layout, layersOn(scene, frame.cell));
  const to: Vector = [x, y, groundOf(layout, channel) + height];
  const share = ease(moving);
  const [cx, cy, cz] = mix(tile.centre, to, share);
  return [{ ...tile, station: 'output', centre: [cx, cy, cz + bump(share)], glow: 0.6 }];
}
