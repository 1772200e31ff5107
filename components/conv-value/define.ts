import { define } from '../shared/define.js';
import { ConvValue } from './conv-value.js';

export { ConvValue };

define('conv-value', ConvValue);

declare global {
  interface HTMLElementTagNameMap {
    'conv-value': ConvValue;
  }
}
