import { define } from '../shared/define.js';
import { ConvLab } from './conv-lab.js';

export { ConvLab };

define('conv-lab', ConvLab);

declare global {
  interface HTMLElementTagNameMap {
    'conv-lab': ConvLab;
  }
}
