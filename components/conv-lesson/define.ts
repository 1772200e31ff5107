import { define } from '../shared/define.js';
import '../conv-step/define.js';
import { ConvLesson } from './conv-lesson.js';
import '../conv-value/define.js';

export { ConvLesson };

define('conv-lesson', ConvLesson);

declare global {
  interface HTMLElementTagNameMap {
    'conv-lesson': ConvLesson;
  }
}
