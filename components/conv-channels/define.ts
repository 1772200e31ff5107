import { define } from '../shared/define.js';
import { ConvChannels } from './conv-channels.js';

export { ConvChannels };

define('conv-channels', ConvChannels);

declare global {
  interface HTMLElementTagNameMap {
    'conv-channels': ConvChannels;
  }
}
