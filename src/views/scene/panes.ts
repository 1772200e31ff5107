/**
 * Which parts of a canvas show what from where. One pane on wide canvases; on narrow ones the bench has two thumbnails above it, and
 * the output has the input beside it.
 */
import {
  benchAngles,
  fit,
  flatAngles,
  overviewAngles,
  project,
  type Angles,
  type Margins,
  type Size,
  type View,
} from './camera.js';
import { labelGap, labelSize, lineHeight } from './label-size.js';
import type { Room, SceneLayout } from './layout/scene-layout.js';
import { centreOf, unite, type Box } from './layout/space.js';
import { stations, type Station } from './staging.js';

export const cameraPresets = ['overview', 'front', 'kernel', 'output'] as const;
export type CameraPreset = (typeof cameraPresets)[number];

/** In CSS pixels from the top left of the canvas. */
export interface Pane {
  readonly kind: 'main' | 'input' | 'output';
  readonly x: number;
  readonly y: number;
  readonly size: Size;
  readonly view: View;
  /** Size of its words, for which the view leaves room; in CSS pixels. */
  readonly em: number;
  /** What is drawn, named and picked in it; nothing else reaches into the picture. */
  readonly shows: readonly Station[];
}

/** What hands did to a preset's angles. */
export type Turn = (angles: Angles) => Angles;

/** Below this width the bench is the default and input and output are thumbnails. */
const narrowWidth = 480;
/** Width of a picture, over its height, from which height is what there is too little of. */
const lowShape = 1.9;
const tight = { width: 640, shape: 1.3 };
const thumbnail = { share: 0.28, tallest: 190 };
/** Of lanes, which stand one above the other. */
const tallThumbnail = { share: 0.33, tallest: 250 };
/** Of the width, for thumbnails at the left of the bench. */
const shareAside = 0.26;
/** How much smaller the bench may become to make room for the rack. */
const costOfRack = 1.12;
/** The overview turns less where cells would get smaller than these pixels: reading comes before depth. */
const readableCell = 28;
const shares = [1, 0.8, 0.6, 0.42] as const;

function isNarrow({ width }: Size): boolean {
  return width < narrowWidth;
}

/** Beside a question on a slide: not as narrow as a phone, but with more height than what stands in a row can use. */
function isTight({ width, height }: Size): boolean {
  return width < tight.width && width < tight.shape * height;
}

/** Seen whole, everything would be too small. */
function needsThumbnails(size: Size): boolean {
  return isNarrow(size) || isTight(size);
}

/** What a picture of this size, or its bench, has too little of. */
export function roomOf(size: Size): Room {
  if (needsThumbnails(size)) return 'narrow';
  return size.width > lowShape * size.height ? 'low' : 'ample';
}

export function defaultPreset(size: Size): CameraPreset {
  return needsThumbnails(size) ? 'kernel' : 'overview';
}

/** @param turn applied to the preset's angles of the main pane, which is fitted again so that nothing leaves it */
export function panesOf(
  layout: SceneLayout,
  preset: CameraPreset,
  size: Size,
  turn: Turn = (angles) => angles,
): Pane[] {
  if (!needsThumbnails(size)) return [mainPane(layout, preset, whole(size), turn)];
  if (preset === 'output') return besideInput(layout, size, turn);
  if (preset === 'kernel' && !layout.isLevel) return besideThumbnails(layout, size, turn);
  return [mainPane(layout, preset, whole(size), turn)];
}

/** A part of the canvas. */
type Place = Pick<Pane, 'x' | 'y' | 'size'>;

function whole(size: Size): Place {
  return { x: 0, y: 0, size };
}

/** The bench with thumbnails of input and output: above it or at its left, where they leave it more room. */
function besideThumbnails(layout: SceneLayout, size: Size, turn: Turn): Pane[] {
  const [above, aside] = [thumbnailsAbove(layout, size), thumbnailsAside(size)].map((arrangement) => ({
    ...arrangement,
    main: mainPane(layout, 'kernel', arrangement.bench, turn),
  }));
  const { main, thumbnails } = unitIn(aside.main) > unitIn(above.main) ? aside : above;
  const [input, output] = thumbnails;
  return [main, thumbnailPane(layout, 'input', input), thumbnailPane(layout, 'output', output)];
}

interface Arrangement {
  readonly bench: Place;
  /** Of the input and of the output. */
  readonly thumbnails: readonly [Place, Place];
}

function thumbnailsAbove(layout: SceneLayout, { width, height }: Size): Arrangement {
  const { share, tallest } = isTall(layout) ? tallThumbnail : thumbnail;
  const top = Math.round(Math.min(height * share, tallest));
  const left = Math.floor(width / 2);
  return {
    bench: { x: 0, y: top, size: { width, height: height - top } },
    thumbnails: [
      { x: 0, y: 0, size: { width: left, height: top } },
      { x: left, y: 0, size: { width: width - left, height: top } },
    ],
  };
}

function thumbnailsAside({ width, height }: Size): Arrangement {
  const left = Math.round(width * shareAside);
  const top = Math.floor(height / 2);
  return {
    bench: { x: left, y: 0, size: { width: width - left, height } },
    thumbnails: [
      { x: 0, y: 0, size: { width: left, height: top } },
      { x: 0, y: top, size: { width: left, height: height - top } },
    ],
  };
}

/** CSS pixels of a cell unit in the middle of a pane. */
function unitIn({ view: { lens, distance }, size }: Pane): number {
  return size.height / 2 / Math.tan(lens / 2) / distance;
}

/**
 * Nothing lies between them that could be read there, and what an output tells is often where it came from. What is long stands one
 * above the other.
 */
function besideInput(layout: SceneLayout, size: Size, turn: Turn): Pane[] {
  const [beside, above] = [halvesBeside(size), halvesAbove(size)].map(([input, output]) => ({
    input,
    main: mainPane(layout, 'output', output, turn),
  }));
  const { main, input } = unitIn(above.main) > unitIn(beside.main) ? above : beside;
  return [main, thumbnailPane(layout, 'input', input)];
}

/** Of the input and of the output. */
type Halves = readonly [Place, Place];

function halvesBeside(size: Size): Halves {
  const left = Math.floor(size.width / 2);
  return [
    { x: 0, y: 0, size: { ...size, width: left } },
    { x: left, y: 0, size: { ...size, width: size.width - left } },
  ];
}

function halvesAbove(size: Size): Halves {
  const top = Math.floor(size.height / 2);
  return [
    { x: 0, y: 0, size: { ...size, height: top } },
    { x: 0, y: top, size: { ...size, height: size.height - top } },
  ];
}

function isTall({ bounds: { input } }: SceneLayout): boolean {
  return input !== undefined && input.max[1] - input.min[1] > 2 * (input.max[0] - input.min[0]);
}

function thumbnailPane(layout: SceneLayout, kind: 'input' | 'output', place: Place): Pane {
  const { size } = place;
  const boxes = boxesOf(layout, [kind]);
  const margins = (scale: number) => around(lineAt(scale, size), 4);
  const fitted = (angles: Angles) => fitLabelled(boxes, angles, size, margins);
  const view = chooseAngles(fitted, overviewAngles, boxes, size);
  return { ...place, kind, view, em: wordsIn(view, boxes, size), shows: [kind] };
}

function mainPane(layout: SceneLayout, preset: CameraPreset, place: Place, turn: Turn): Pane {
  const { size } = place;
  const { shows, boxes } = subjectOf(layout, preset, size);
  const margins = marginsFor(layout, preset, size, shows);
  const fitted = (angles: Angles, leastDistance = 0) =>
    fitLabelled(boxes, angles, size, margins, leastDistance);
  const most = preset === 'kernel' ? benchAngles : overviewAngles;
  const own = preset === 'overview' ? layout.overview : undefined;
  const isFlat = preset === 'front' || isLevelCloseUp(layout, preset);
  const straight = isFlat
    ? fitted(layout.front ?? flatAngles)
    : own
      ? fitted(own)
      : chooseAngles(fitted, most, boxes, size);
  const turned = turn(straight);
  const untouched = turned.yaw === straight.yaw && turned.pitch === straight.pitch;
  const view = untouched ? straight : fitted(turned, straight.distance);
  return { ...place, kind: 'main', view, em: wordsIn(straight, boxes, size), shows };
}

/** The most spatial view in which cells can still be read, else the flattest. */
function chooseAngles(
  fitted: (angles: Angles) => View,
  most: Angles,
  boxes: readonly Box[],
  size: Size,
): View {
  const views = shares.map((share) => fitted({ ...most, yaw: most.yaw * share, pitch: most.pitch * share }));
  return views.find((view) => scaleAt(view, boxes, size) >= readableCell) ?? views[views.length - 1];
}

/** Fits twice: the size of the words follows from the size of the cells, and their room from the size of the words. */
function fitLabelled(
  boxes: readonly Box[],
  angles: Angles,
  size: Size,
  margins: (scale: number) => Margins,
  leastDistance = 0,
): View {
  const first = fit(boxes, angles, size, margins(0), leastDistance);
  return fit(boxes, angles, size, margins(scaleAt(first, boxes, size)), leastDistance);
}

/** CSS pixels of a cell unit in the middle of boxes. */
function scaleAt(view: View, boxes: readonly Box[], size: Size): number {
  return project(view, centreOf(unite(boxes)), size).scale;
}

function wordsIn(view: View, boxes: readonly Box[], size: Size): number {
  return labelSize(scaleAt(view, boxes, size), size.height);
}

/** Height of a line of words where a cell unit takes `scale` CSS pixels. */
function lineAt(scale: number, { height }: Size): number {
  return labelSize(scale, height) * lineHeight;
}

/** Room for words above, and the same on all other sides. */
function around(words: number, side: number): Margins {
  return { top: words + labelGap + 2, bottom: side, left: side, right: side };
}

/** Width, in em, of the longest name of a column of the bench. */
const columnName = 5.4;
/** Width, in em, of the longest name of a row. */
const rowName = 5.2;

function marginsFor(
  { names }: SceneLayout,
  preset: CameraPreset,
  size: Size,
  shows: readonly Station[],
): (scale: number) => Margins {
  const side = isNarrow(size) ? 5 : 14;
  const { rows, columnPitch } = names;
  return (scale) => {
    const em = labelSize(scale, size.height);
    const tight = columnPitch * scale < columnName * em;
    const raised = shows.includes('bench') ? Number(tight) + Number(rows && preset === 'overview') : 0;
    const lines = 1 + raised * 1.25;
    return {
      ...around(lines * lineAt(scale, size), side),
      bottom: shows.includes('rack') ? lineAt(scale, size) + labelGap : side,
      left: side + (rows && preset === 'kernel' && !isNarrow(size) ? rowName * em : 0),
    };
  };
}

const levelStations = ['input', 'bench', 'sum', 'output'] as const;

function isLevelCloseUp({ isLevel }: SceneLayout, preset: CameraPreset): boolean {
  return isLevel === true && preset === 'kernel';
}

/** What a preset is about. The bench takes the rack along where that costs it little. */
function subjectOf(
  layout: SceneLayout,
  preset: CameraPreset,
  size: Size,
): { readonly shows: readonly Station[]; readonly boxes: readonly Box[] } {
  if (preset === 'output') {
    // On a phone the sum would take the room of the output's numbers.
    const shown: readonly Station[] = isNarrow(size) ? ['output'] : ['sum', 'output'];
    return { shows: shown, boxes: boxesOf(layout, shown) };
  }
  if (preset !== 'kernel') return { shows: stations, boxes: boxesOf(layout, stations) };
  if (isLevelCloseUp(layout, preset)) return { shows: levelStations, boxes: boxesOf(layout, levelStations) };
  if (layout.closeUp) return { shows: stations, boxes: layout.closeUp };
  const [bench, both] = [boxesOf(layout, ['bench']), boxesOf(layout, ['bench', 'rack'])];
  const distance = (boxes: readonly Box[]) =>
    fit(boxes, benchAngles, size, around(lineAt(0, size), 0)).distance;
  return distance(both) <= distance(bench) * costOfRack
    ? { shows: ['bench', 'sum', 'rack'], boxes: both }
    : { shows: ['bench', 'sum'], boxes: bench };
}

function boxesOf({ bounds, asides = [] }: SceneLayout, wanted: readonly Station[]): Box[] {
  return wanted.flatMap((station) => (station === 'aside' ? asides : (bounds[station] ?? [])));
}
