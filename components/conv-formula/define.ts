import { define } from '../shared/define.js';
import { ConvFormula } from './conv-formula.js';

export { ConvFormula };

define('conv-formula', ConvFormula);

declare global {
  interface HTMLElementTagNameMap {
    'conv-formula': ConvFormula;
  }
}
