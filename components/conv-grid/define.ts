import { define } from '../shared/define.js';
import { ConvGrid } from './conv-grid.js';

export { ConvGrid };

define('conv-grid', ConvGrid);

declare global {
  interface HTMLElementTagNameMap {
    'conv-grid': ConvGrid;
  }
}
