import { define } from '../shared/define.js';
import { ConvCode } from './conv-code.js';

export { ConvCode };

define('conv-code', ConvCode);

declare global {
  interface HTMLElementTagNameMap {
    'conv-code': ConvCode;
  }
}
