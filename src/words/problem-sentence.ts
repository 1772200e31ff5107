import type { Problem } from '../math/types.js';
import { isWordKey, say, type Language } from './say.js';

/** Why a setting is refused: what is wrong, what was given and allowed, and the formula with its numbers. */
export function problemSentence(language: Language, problem: Problem): string {
  const key = `problem.${problem.kind}`;
  if (language === 'en' || !isWordKey(key)) return problem.message;
  const { given, allowed, formula } = problem;
  const because = formula ? `，${say(language, 'problem.because', { formula })}` : '';
  return `${say(language, key)}：${say(language, 'problem.allowed', { given, allowed })}${because}。`;
}
