import { define } from '../shared/define.js';
import { ConvExplorer } from './conv-explorer.js';

export { ConvExplorer };

define('conv-explorer', ConvExplorer);

declare global {
  interface HTMLElementTagNameMap {
    'conv-explorer': ConvExplorer;
  }
}
