import type { Place } from './tokens.js';
import type { CodeNote, CodeProblem } from './types.js';

type Parameters = CodeNote['parameters'];

/** Collects what is to be said about a text while it is read. */
export class Report {
  readonly notes: CodeNote[] = [];
  readonly problems: CodeProblem[] = [];
  /** Whether some problem leaves nothing that a layer could be set to. */
  isRefused = false;

  /** Something worth knowing, once. */
  note(key: CodeNote['key'], parameters: Parameters = {}): void {
    const isTold = this.notes.some((each) => each.key === key && same(each.parameters, parameters));
    if (!isTold) this.notes.push({ key, parameters });
  }

  /** Something that could not be taken over; the rest of the layer stands. */
  problem(key: CodeProblem['key'], { line, column }: Place, parameters: Parameters = {}): void {
    this.problems.push({ key, parameters, line, column });
  }

  /** Something without which there is no layer. */
  refuse(key: CodeProblem['key'], place: Place, parameters: Parameters = {}): void {
    this.problem(key, place, parameters);
    this.isRefused = true;
  }
}

function same(one: Parameters, other: Parameters): boolean {
  return Object.entries(one).every(([name, value]) => other[name] === value);
}
