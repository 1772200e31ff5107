import { define } from '../shared/define.js';
import { ConvControls } from './conv-controls.js';

export { ConvControls };

define('conv-controls', ConvControls);

declare global {
  interface HTMLElementTagNameMap {
    'conv-controls': ConvControls;
  }
}
