import { define } from '../shared/define.js';
import { ConvInput } from './conv-input.js';

export { ConvInput };

define('conv-input', ConvInput);

declare global {
  interface HTMLElementTagNameMap {
    'conv-input': ConvInput;
  }
}
