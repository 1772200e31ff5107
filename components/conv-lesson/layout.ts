import { runsInLanes } from '../../src/timeline/cells.js';
import { stepsOf } from '../../src/timeline/position.js';
import type { FigureState } from '../conv-step/figure-state.js';

/**
 * Where the figure stands; in a compact lesson it stands above the text and shows its picture alone. A slide has one step below
 * it, in the presenter's console it is small.
 */
export type Layout = 'beside' | 'above' | 'compact' | 'slide' | 'console';

/** Widths in rem from which there is room for the figure beside the text, and for its controls. */
const roomForTwo = 56;
const roomForControls = 40;

/** Where a reader's eye is, as a share of the window's height, or of what the figure leaves of it. */
const eyeLevel = 0.45;
const eyeLevelBelow = 0.35;
/** Where a step comes to stand that is gone to, as a share of the window's height. */
const stepTop = 0.12;

/** What the built-in figure shows where nobody says anything else. */
export const usualViews = 'scene formula';

export interface Measures {
  readonly layout: Layout;
  /** Pixels of the window that a step must not come to lie under. */
  readonly covered: number;
  /** Height of the reader's eye in pixels from the top of the window. */
  readonly eye: number;
}

/**
 * @param width of the lesson in rem
 * @param stage height of what stays in the window, in pixels
 * @param height of the window
 */
export function measuresOf(width: number, stage: number, height: number): Measures {
  const layout = width >= roomForTwo ? 'beside' : width >= roomForControls ? 'above' : 'compact';
  if (layout === 'beside') return { layout, covered: stepTop * height, eye: eyeLevel * height };
  const covered = Math.min(stage, height);
  return { layout, covered, eye: covered + eyeLevelBelow * (height - covered) };
}

/** Is there room for the figure's controls, and use for them? */
export const hasControls = (layout: Layout): boolean => layout === 'beside' || layout === 'above';

/** Lanes with their maps that fit one above the other in a picture that is wide and low. */
const mostLanes = 4;

/** Does a figure show something that is rather high than wide? Then its slide has the text beside it. */
export function isHigh({ plan, views }: FigureState): boolean {
  const shown = viewsIn(views);
  return (
    shown.length > 1 ||
    shown.some((view) => view === 'channels' || view === 'matrix') ||
    (shown.includes('counts') && plan.stages.length > 1) ||
    plan.stages.some((stage) => runsInLanes(stage) && stage.filters > mostLanes)
  );
}

function viewsIn(views: string | null): string[] {
  return (views ?? usualViews).split(/[\s,]+/);
}

/**
 * A figure that covers part of the text leaves out what the text says as well; on a slide it keeps counters that the step itself asks
 * for. On a phone the place of the work fills it. The presenter's small one stands where the step comes to its end: the run is on the
 * slides.
 *
 * @param asks the step has a question
 */
export function fitted(state: FigureState, layout: Layout, asks = false): FigureState {
  if (layout === 'beside') return state;
  const views = viewsIn(state.views);
  const isPresented = layout === 'slide' || layout === 'console';
  const keepsCounts = isPresented && state.ownViews;
  const pictures = views.filter((view) => view !== 'formula' && (view !== 'counts' || keepsCounts));
  const isAtEnd = state.step >= stepsOf(state.plan, state.preset.walk);
  const isClose = state.camera === 'kernel' || state.camera === 'output';
  return {
    ...state,
    playFrom: layout === 'console' ? null : state.playFrom,
    views: (pictures.length > 0 ? pictures : views).join(' '),
    camera: isClose ? state.camera : cameraIn(layout, isAtEnd, asks, state.camera),
  };
}

/** Beside a question the scene chooses what fits the size of its picture, as it does where no camera is named. */
function cameraIn(layout: Layout, isAtEnd: boolean, asks: boolean, declared: string | null): string | null {
  if (layout === 'compact') return isAtEnd ? 'output' : 'kernel';
  return layout === 'slide' && asks ? 'fitting' : declared;
}
