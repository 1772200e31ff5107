import type { ViewIntent } from '../../timeline/types.js';
import type { ViewTheme } from '../theme.js';
import type { SceneLabel } from './labels.js';

export interface SceneOptions {
  theme: ViewTheme;
  reducedMotion?: boolean;
  /** What a person points at. */
  onIntent?: (intent: ViewIntent) => void;
  /** After each draw, the words that belong over the picture. */
  onLabels?: (labels: readonly SceneLabel[]) => void;
  /** false: always the finest picture, e.g. for an export. Default: coarser while drawing is slow. */
  adaptive?: boolean;
  /** Hands turned or magnified the view, or reset it: `camera` and `turned` may have changed. */
  onCamera?: () => void;
  /** There is no WebGL2, and so no picture. May be told again. */
  onNoGpu?: () => void;
  /** A press on the picture: the element may want the keyboard's focus. */
  onRequestFocus?: () => void;
}
