import type { CSSResultGroup } from 'lit';
import { segmentedStyles } from '../shared/segmented.js';
import { statusStyles } from '../shared/status.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { headerStyles } from './header-styles.js';
import { hideStyles } from './hide-styles.js';
import { overlayStyles } from './overlay-styles.js';
import { pageStyles } from './page-styles.js';
import { printStyles } from './print-styles.js';
import { sheetStyles } from './sheet-styles.js';
import { sideStyles } from './side-styles.js';
import { stageStyles } from './stage-styles.js';
import { tileStyles } from './tile-styles.js';

/** In the order in which one may override another. */
export const explorerStyles: CSSResultGroup = [
  baseStyles,
  themeStyles,
  controlStyles,
  segmentedStyles,
  statusStyles,
  pageStyles,
  headerStyles,
  stageStyles,
  tileStyles,
  sideStyles,
  overlayStyles,
  sheetStyles,
  hideStyles,
  printStyles,
];
