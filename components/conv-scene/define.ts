import { define } from '../shared/define.js';
import { ConvScene } from './conv-scene.js';

export { ConvScene };

define('conv-scene', ConvScene);

declare global {
  interface HTMLElementTagNameMap {
    'conv-scene': ConvScene;
  }
}
