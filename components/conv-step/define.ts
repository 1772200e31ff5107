import { define } from '../shared/define.js';
import { ConvStep } from './conv-step.js';

export { ConvStep };

define('conv-step', ConvStep);

declare global {
  interface HTMLElementTagNameMap {
    'conv-step': ConvStep;
  }
}
