import { define } from '../shared/define.js';
import { ConvBlock } from './conv-block.js';

export { ConvBlock };

define('conv-block', ConvBlock);

declare global {
  interface HTMLElementTagNameMap {
    'conv-block': ConvBlock;
  }
}
