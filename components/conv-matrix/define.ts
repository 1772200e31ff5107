import { define } from '../shared/define.js';
import { ConvMatrix } from './conv-matrix.js';

export { ConvMatrix };

define('conv-matrix', ConvMatrix);

declare global {
  interface HTMLElementTagNameMap {
    'conv-matrix': ConvMatrix;
  }
}
