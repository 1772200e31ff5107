import { define } from '../shared/define.js';
import { ConvNetworkValue } from './conv-network-value.js';

export { ConvNetworkValue };

define('conv-network-value', ConvNetworkValue);

declare global {
  interface HTMLElementTagNameMap {
    'conv-network-value': ConvNetworkValue;
  }
}
