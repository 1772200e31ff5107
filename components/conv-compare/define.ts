import { define } from '../shared/define.js';
import { ConvCompare } from './conv-compare.js';

export { ConvCompare };

define('conv-compare', ConvCompare);

declare global {
  interface HTMLElementTagNameMap {
    'conv-compare': ConvCompare;
  }
}
