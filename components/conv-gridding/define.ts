import { define } from '../shared/define.js';
import { ConvGridding } from './conv-gridding.js';

export { ConvGridding };

define('conv-gridding', ConvGridding);

declare global {
  interface HTMLElementTagNameMap {
    'conv-gridding': ConvGridding;
  }
}
