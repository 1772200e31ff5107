/** Problems and notes of a network as sentences. */
import type { NetworkProblem, ReadingNote, ReadingProblem } from '../../networks/index.js';
import { problemSentence } from '../../words/problem-sentence.js';
import { say, type Language, type WordKey } from '../../words/say.js';

/** An edge, a row or a field that is wrong, with the reasons of the layer's own plan where it has some. */
export function networkProblemSentence(
  language: Language,
  { key, parameters, reasons = [] }: NetworkProblem,
): string {
  const because = reasons.map((reason) => problemSentence(language, reason)).join(' ');
  return say(language, key, { ...parameters, reasons: because });
}

/** What was found while reading, with its line. */
export function readingSentence(
  language: Language,
  { key, parameters, line }: ReadingProblem | ReadingNote,
): string {
  const hidden: WordKey | null =
    key === 'network.note.hidden-row' ? `network.note.hidden-row.${hiddenOp(parameters.op)}` : null;
  const sentence = say(
    language,
    hidden ?? (key as Exclude<typeof key, 'network.note.hidden-row'>),
    parameters,
  );
  return line === null ? sentence : say(language, 'network.own.line', { line, sentence });
}

function hiddenOp(op: string | number): 'flatten' | 'global-average-pool' {
  return op === 'flatten' ? 'flatten' : 'global-average-pool';
}
