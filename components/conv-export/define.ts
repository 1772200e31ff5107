import { define } from '../shared/define.js';
import { ConvExport } from './conv-export.js';

export { ConvExport };

define('conv-export', ConvExport);

declare global {
  interface HTMLElementTagNameMap {
    'conv-export': ConvExport;
  }
}
