import { basisOf, type View } from './camera.js';

/** From which side a view looks, to be put into words. */
export interface ViewDescription {
  readonly horizontal: 'front' | 'right' | 'left' | 'back';
  readonly vertical: 'above' | 'level' | 'below';
}

/** Least sine of an angle that counts as seen from that side. */
const noticed = { sideways: 0.14, upward: 0.09 };

export function describeView(view: View): ViewDescription {
  const { back } = basisOf(view);
  const sideways = Math.abs(back[0]) > noticed.sideways;
  const horizontal =
    back[2] < 0 && Math.abs(back[0]) < -back[2]
      ? 'back'
      : sideways
        ? back[0] > 0
          ? 'right'
          : 'left'
        : 'front';
  return {
    horizontal,
    vertical: back[1] > noticed.upward ? 'above' : back[1] < -noticed.upward ? 'below' : 'level',
  };
}
