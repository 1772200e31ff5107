/** A map of paths in words. */
import { formatCount } from '../../words/numbers.js';
import { say, type Language } from '../../words/say.js';
import { percentText } from '../percent.js';
import type { Rates, Touched } from './types.js';

/** Field, what of it is touched, and the most paths from one pixel. */
export function griddingSentence(language: Language, touched: Touched, rates: Rates, kernel: number): string {
  const { layers, size, most } = touched;
  if (layers === 0) return say(language, 'gridding.sentence.pixel');
  const list = rates.slice(0, layers).join(say(language, 'sentence.comma'));
  const sees = layers === 1 ? 'gridding.sentence.one' : 'gridding.sentence.stack';
  const numbers = {
    size,
    touched: touched.touched,
    touched2d: formatCount(touched.touched2d),
    all: formatCount(size * size),
    share: percentText(touched.coverage),
  };
  const isWhole = touched.touched === size;
  const parts = [
    say(language, sees, { layers, kernel, rates: list, size }),
    say(language, isWhole ? 'gridding.sentence.all' : 'gridding.sentence.holes', numbers),
    most === 1
      ? say(language, 'gridding.sentence.most.one')
      : say(language, 'gridding.sentence.most', { most: formatCount(most) }),
  ];
  return parts.join(language === 'zh' ? '' : ' ');
}
