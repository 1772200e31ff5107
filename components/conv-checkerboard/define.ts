import { define } from '../shared/define.js';
import { ConvCheckerboard } from './conv-checkerboard.js';

export { ConvCheckerboard };

define('conv-checkerboard', ConvCheckerboard);

declare global {
  interface HTMLElementTagNameMap {
    'conv-checkerboard': ConvCheckerboard;
  }
}
