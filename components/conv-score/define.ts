import { define } from '../shared/define.js';
import { ConvScore } from './conv-score.js';

export { ConvScore };

define('conv-score', ConvScore);

declare global {
  interface HTMLElementTagNameMap {
    'conv-score': ConvScore;
  }
}
