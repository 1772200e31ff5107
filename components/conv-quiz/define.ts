import { define } from '../shared/define.js';
import { ConvQuiz } from './conv-quiz.js';
import '../conv-score/define.js';

export { ConvQuiz };

define('conv-quiz', ConvQuiz);

declare global {
  interface HTMLElementTagNameMap {
    'conv-quiz': ConvQuiz;
  }
}
