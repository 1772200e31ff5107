import { define } from '../shared/define.js';
import { ConvTimeline } from './conv-timeline.js';

export { ConvTimeline };

define('conv-timeline', ConvTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'conv-timeline': ConvTimeline;
  }
}
