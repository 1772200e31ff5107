/** Which parts of a canvas show what from where. One pane on wide canvases; on narrow ones two thumbnails above it. */
import { basisOf, benchAngles, fit, flatAngles, overviewAngles, type Size, type View } from './camera.js';
import { sumCentre } from './layout/bench.js';
import { linkBox, type SceneLayout } from './layout/layout.js';
import { boxAround, type Box } from './layout/space.js';

export const cameraPresets = ['overview', 'front', 'kernel', 'output'] as const;
export type CameraPreset = (typeof cameraPresets)[number];

/** In CSS pixels from the top left of the canvas. */
export interface Pane {
  readonly kind: 'main' | 'input' | 'output';
  readonly x: number;
  readonly y: number;
  readonly size: Size;
  readonly view: View;
}

/** Below this width the bench is the default and input and output are thumbnails. */
export const narrowWidth = 480;
const thumbnailShare = 0.34;
const tallestThumbnail = 170;
/** Shape of a pane, width by height, below which the rack has room under the bench. */
const roomForRack = 1.1;

export function defaultPreset(size: Size): CameraPreset {
  return size.width < narrowWidth ? 'kernel' : 'overview';
}

export function panesOf(layout: SceneLayout, preset: CameraPreset, size: Size): Pane[] {
  if (size.width >= narrowWidth || preset !== 'kernel') return [mainPane(layout, preset, 0, size)];
  const top = Math.round(Math.min(size.height * thumbnailShare, tallestThumbnail));
  const half = { width: Math.floor(size.width / 2), height: top };
  const { input, output } = layout.bounds;
  const insets = { x: 14, y: 30 };
  return [
    mainPane(layout, preset, top, { width: size.width, height: size.height - top }),
    { kind: 'input', x: 0, y: 0, size: half, view: fit([input], overviewAngles, half, insets) },
    { kind: 'output', x: half.width, y: 0, size: half, view: fit([output], overviewAngles, half, insets) },
  ];
}

function mainPane(layout: SceneLayout, preset: CameraPreset, y: number, size: Size): Pane {
  return { kind: 'main', x: 0, y, size, view: presetView(layout, preset, size) };
}

function presetView(layout: SceneLayout, preset: CameraPreset, size: Size): View {
  const insets = { x: size.width < narrowWidth ? 10 : 28, y: size.height < 320 ? 24 : 36 };
  return fit(boxesFor(layout, preset, size), anglesFor(preset), size, insets);
}

function anglesFor(preset: CameraPreset): Pick<View, 'yaw' | 'pitch' | 'lens'> {
  if (preset === 'front') return flatAngles;
  return preset === 'kernel' ? benchAngles : overviewAngles;
}

function boxesFor({ bounds, bench }: SceneLayout, preset: CameraPreset, size: Size): Box[] {
  if (preset === 'kernel')
    return size.width < size.height * roomForRack ? [bounds.bench, bounds.rack] : [bounds.bench];
  if (preset === 'output') return [boxAround(sumCentre(bench), [1, 1, 1]), bounds.output];
  return [bounds.input, bounds.bench, bounds.rack, bounds.output, linkBox({ bounds })];
}

/** From which side a view looks, to be put into words. */
export interface ViewDescription {
  readonly horizontal: 'front' | 'right' | 'left' | 'back';
  readonly vertical: 'above' | 'level' | 'below';
}

export function describe(view: View): ViewDescription {
  const { back } = basisOf(view);
  const sideways = Math.abs(back[0]) > Math.abs(back[2]) * 0.27;
  const horizontal =
    back[2] < 0 && Math.abs(back[0]) < -back[2]
      ? 'back'
      : sideways
        ? back[0] > 0
          ? 'right'
          : 'left'
        : 'front';
  return { horizontal, vertical: back[1] > 0.09 ? 'above' : back[1] < -0.09 ? 'below' : 'level' };
}
