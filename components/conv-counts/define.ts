import { define } from '../shared/define.js';
import { ConvCounts } from './conv-counts.js';

export { ConvCounts };

define('conv-counts', ConvCounts);

declare global {
  interface HTMLElementTagNameMap {
    'conv-counts': ConvCounts;
  }
}
