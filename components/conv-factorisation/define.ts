import { define } from '../shared/define.js';
import { ConvFactorisation } from './conv-factorisation.js';

export { ConvFactorisation };

define('conv-factorisation', ConvFactorisation);

declare global {
  interface HTMLElementTagNameMap {
    'conv-factorisation': ConvFactorisation;
  }
}
