import { define } from '../shared/define.js';
import { ConvFilter } from './conv-filter.js';

export { ConvFilter };

define('conv-filter', ConvFilter);

declare global {
  interface HTMLElementTagNameMap {
    'conv-filter': ConvFilter;
  }
}
