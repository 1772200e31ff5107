/** The kinds of tiles that every choreography uses. */
import type { StageView } from '../../../timeline/types.js';
import { tileDepth } from '../layout/bench.js';
import { boxShare } from '../layout/lattice.js';
import { mix, type Vector } from '../layout/space.js';
import type { Station, Target, Tile, Tone } from '../staging.js';
import { bump } from './progress.js';
import { addedText, lookOf } from './scene.js';

/** Height of the arc that a travelling tile flies, in cell units towards the viewer. */
const arc = 1.4;
const flat = 0.02;
/** A single value on the bench. */
export const valueSize: Vector = [boxShare, boxShare, tileDepth];

/** An empty place: its structure is seen before anything happens in it. */
export function emptyTile(station: Station, centre: Vector, side = boxShare, text = ''): Tile {
  return {
    station,
    kind: 'plain',
    centre: [centre[0], centre[1], centre[2] - tileDepth / 2],
    size: [side, side, flat],
    shade: 0,
    text,
    tone: 'line',
    opacity: 1,
    glow: 0,
  };
}

/** A value of the output's scale: a partial, a sum, or the output itself, of one of its channels. */
export function sumTile(
  view: StageView,
  station: Station,
  centre: Vector,
  value: number,
  channel?: number,
  target?: Target,
): Tile {
  return {
    station,
    kind: 'solid',
    centre,
    size: valueSize,
    ...lookOf(view, 'output', value, channel),
    tone: 'output',
    opacity: 1,
    glow: 0,
    ...(target ? { target } : {}),
  };
}

/** The bias of a channel, beside the sum that it is added to. @param share 0 … 1: how far it has come */
export function biasTile(
  view: StageView,
  station: Station,
  centre: Vector,
  bias: number,
  { channel, share }: { readonly channel: number; readonly share: number },
): Tile {
  return {
    station,
    kind: 'plain',
    centre,
    size: valueSize,
    shade: 0,
    text: addedText(bias, view),
    tone: 'bias',
    opacity: share,
    glow: 1,
    target: { stage: view.stage.index, tensor: 'bias', index: [channel] },
  };
}

/** A sign without a box. */
export function mark(text: string, centre: Vector, side: number, tone: Tone = 'muted'): Tile {
  return {
    station: 'bench',
    kind: 'mark',
    centre,
    size: [side, side, flat],
    shade: 0,
    text,
    tone,
    opacity: 1,
    glow: 0,
  };
}

/** A see-through pane. */
export function glassPane(
  station: Station,
  centre: Vector,
  size: Vector,
  opacity: number,
  tone: Tone = 'line',
): Tile {
  return { station, kind: 'glass', centre, size, shade: 0, text: '', tone, opacity, glow: 0 };
}

/** On an arc from one place to another. */
export function fly(from: Vector, to: Vector, share: number): Vector {
  const along = mix(from, to, share);
  return [along[0], along[1], along[2] + arc * bump(share)];
}
