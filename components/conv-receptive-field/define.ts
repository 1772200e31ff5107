import { define } from '../shared/define.js';
import { ConvReceptiveField } from './conv-receptive-field.js';

export { ConvReceptiveField };

define('conv-receptive-field', ConvReceptiveField);

declare global {
  interface HTMLElementTagNameMap {
    'conv-receptive-field': ConvReceptiveField;
  }
}
