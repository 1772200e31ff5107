import { define } from '../shared/define.js';
import { ConvShare } from './conv-share.js';

export { ConvShare };

define('conv-share', ConvShare);

declare global {
  interface HTMLElementTagNameMap {
    'conv-share': ConvShare;
  }
}
