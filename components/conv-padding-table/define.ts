import { define } from '../shared/define.js';
import { ConvPaddingTable } from './conv-padding-table.js';

export { ConvPaddingTable };

define('conv-padding-table', ConvPaddingTable);

declare global {
  interface HTMLElementTagNameMap {
    'conv-padding-table': ConvPaddingTable;
  }
}
