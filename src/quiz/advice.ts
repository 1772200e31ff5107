/** How to find an answer, for whoever gave a wrong one that comes from no known idea. */

/** What can be asked for, in the large, and the advice on it. */
const topics = [
  [/^(output|sum|stamp|partial|product|window)( |$)/, 'of-output'],
  [/^(parameters|weights)$/, 'of-parameters'],
  [/multiply-adds$/, 'of-multiply-adds'],
  [/^(output-shape|output-size|rows|columns|cells)$/, 'of-size'],
  [/^(field|jump)/, 'of-field'],
] as const;

export type Advice = (typeof topics)[number][1] | 'neighbour' | 'none';

/** The advice on a quantity, named as for `<conv-value>`. Only what is counted can be miscounted by one (`isNear`). */
export function adviceOn(of: string, isNear: boolean): Advice {
  const topic = topics.find(([pattern]) => pattern.test(of.trim()))?.[1];
  if (isNear && topic !== 'of-output') return 'neighbour';
  return topic ?? 'none';
}
