import { define } from '../shared/define.js';
import { ConvSpeed } from './conv-speed.js';

export { ConvSpeed };

define('conv-speed', ConvSpeed);

declare global {
  interface HTMLElementTagNameMap {
    'conv-speed': ConvSpeed;
  }
}
