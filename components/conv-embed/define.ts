import { define } from '../shared/define.js';
import { ConvEmbed } from './conv-embed.js';

export { ConvEmbed };

define('conv-embed', ConvEmbed);

declare global {
  interface HTMLElementTagNameMap {
    'conv-embed': ConvEmbed;
  }
}
