import { define } from '../shared/define.js';
import { ConvFigure } from './conv-figure.js';

export { ConvFigure };

define('conv-figure', ConvFigure);

declare global {
  interface HTMLElementTagNameMap {
    'conv-figure': ConvFigure;
  }
}
