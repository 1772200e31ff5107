import { Session } from '../../../src/session/session.js';
import { settled, stillClock } from '../../../src/session/settled.js';
import type { Moment } from '../../../src/timeline/types.js';
import { formulaOf } from '../../../src/views/formula/formula.js';
import { formulaSvg } from '../../../src/views/formula/svg.js';
import { cameraPresets, type CameraPreset } from '../../../src/views/scene/panes.js';
import { SceneDouble } from '../../conv-scene/double.js';
import type { FigureState } from '../../conv-step/figure-state.js';
import { quantityText } from '../../conv-value/quantity.js';
import type { Lab, PictureModel } from '../../shared/lab.js';
import { trimmed } from './trimmed.js';

/** As on a page, so that its words are as large beside its cells. */
const size = { width: 960, height: 480 };
/** Pixels of the picture for each of these; some 250 to the inch where it fills a sheet's width. */
const scale = 2;

/** What a step looks like on paper. */
export interface Still {
  /** Null where there is no scene that it could be like. */
  readonly picture: HTMLCanvasElement | null;
  /** SVG. */
  readonly formula: string;
  /** Sizes and counts, in words. */
  readonly counts: string;
}

/**
 * Draws a state, whatever the figure on the page shows.
 *
 * @throws the engine's error where it refuses the layer; what the signal was aborted with
 */
export async function stillOf(state: FigureState, lab: Lab, signal: AbortSignal): Promise<Still> {
  const { preset, step: at, pin, camera } = state;
  const session = new Session(stillClock);
  session.load({ ...preset, step: at }, { anew: true });
  session.connect();
  try {
    let moment = await settled(session, signal);
    if (pin) {
      session.intend(pin);
      moment = await settled(session, signal);
    }
    const [scene] = lab.pictures;
    const model = scene?.model ?? null;
    return {
      picture: model && (await draw(moment, lab, model, camera)),
      formula: formulaSvg(formulaOf(moment), lab.theme, lab.say('formula.label')),
      counts: countsOf(moment, lab),
    };
  } finally {
    session.disconnect();
  }
}

async function draw(
  moment: Moment,
  { theme, say }: Lab,
  model: PictureModel,
  camera: string | null,
): Promise<HTMLCanvasElement | null> {
  const preset = cameraPresets.find((each): each is CameraPreset => each === camera) ?? 'overview';
  const double = new SceneDouble(model, { ...size, scale, theme, say, still: true, camera: preset });
  try {
    if ((await double.draw(moment, 0)) === null) return null;
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: size.width * scale, height: size.height * scale });
    double.paint(canvas.getContext('2d', { alpha: false })!);
    return trimmed(canvas);
  } finally {
    double.dispose();
  }
}

function countsOf(moment: Moment, { say }: Lab): string {
  const text = (of: string): string => quantityText(of, moment) ?? '';
  return say('handout.counts', {
    output: text('output-shape'),
    parameters: text('parameters'),
    macs: text('multiply-adds'),
  });
}
