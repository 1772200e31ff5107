import { define } from '../shared/define.js';
import { ConvNetwork } from './conv-network.js';

export { ConvNetwork };

define('conv-network', ConvNetwork);

declare global {
  interface HTMLElementTagNameMap {
    'conv-network': ConvNetwork;
  }
}
