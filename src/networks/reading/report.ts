/** What is said about a text or a file while a network is read from it, as keys and values. */
import type { NetworkSpec } from '../types.js';

/** Nothing to read, or not to be read from here on. */
export interface ReadingProblemValues {
  'network.read.empty': Record<string, never>;
  'network.read.too-long': { most: number };
  'network.read.unknown-format': Record<string, never>;
  'network.read.json': { reason: string };
  'network.read.no-header': Record<string, never>;
  'network.read.row': { found: string };
  'network.read.shape': { name: string; found: string };
  'network.read.params': { name: string; found: string };
  'network.read.source': { name: string; found: string };
  'network.read.unclosed': { name: string };
  'network.read.unexpected': { found: string };
  'network.read.ended': Record<string, never>;
  'network.read.argument': { name: string; argument: string; found: string };
  'network.read.no-layers': Record<string, never>;
  'network.read.not-onnx': Record<string, never>;
  'network.read.no-size': { name: string };
}

/** What the reader should know about how it was read. */
export interface ReadingNoteValues {
  /** Rows without a rule; they are listed as they stand. */
  'network.note.unknown': { name: string; type: string };
  'network.note.unknown-field': { name: string; field: string };
  /** A summary tells neither kernels nor strides; they follow from parameters and shapes, the smallest stride first. */
  'network.note.deduced': { count: number };
  /** Windows of pools leave no trace; each is taken to be as large as its stride. */
  'network.note.pool-windows': { count: number };
  /** So many taps as one row; whether they lie in a row or in a column is not told. */
  'network.note.kernel-shape': { name: string; taps: number };
  /** Names are cut off; the last row whose name and shape fit was taken. */
  'network.note.cut-names': { count: number };
  'network.note.totals-differ': { given: number; counted: number };
  /** A print lists the parts of a module, not what it does with them; they are read one after the other. */
  'network.note.in-order': { name: string };
  'network.note.assumed-input': { shape: string };
  /** A row that a print leaves out and that must be there: a plane becomes a list in front of `name`. */
  'network.note.hidden-row': { name: string; op: 'flatten' | 'global-average-pool' };
}

type Parameters = Readonly<Record<string, string | number>>;

export interface ReadingProblem {
  readonly key: keyof ReadingProblemValues;
  readonly parameters: Parameters;
  /** Counted from 1; null where the text has no lines, or the whole of it is meant. */
  readonly line: number | null;
}

export interface ReadingNote {
  readonly key: keyof ReadingNoteValues;
  readonly parameters: Parameters;
  readonly line: number | null;
}

export type Format = 'json' | 'keras' | 'pytorch' | 'onnx';

export interface ReadNetwork {
  /** Null where nothing could be read that `understand` could say more about. */
  readonly spec: NetworkSpec | null;
  readonly format: Format | null;
  readonly problems: readonly ReadingProblem[];
  readonly notes: readonly ReadingNote[];
}

/** Collects problems and notes while a network is read. */
export class Report {
  readonly problems: ReadingProblem[] = [];
  readonly notes: ReadingNote[] = [];

  problem<Key extends keyof ReadingProblemValues>(
    key: Key,
    parameters: ReadingProblemValues[Key],
    line: number | null = null,
  ): void {
    this.problems.push({ key, parameters, line });
  }

  note<Key extends keyof ReadingNoteValues>(
    key: Key,
    parameters: ReadingNoteValues[Key],
    line: number | null = null,
  ): void {
    this.notes.push({ key, parameters, line });
  }

  /** What was read; with a problem there is no network, since a part of it would be another one. */
  result(format: Format | null, spec: NetworkSpec | null): ReadNetwork {
    const { problems, notes } = this;
    return { spec: problems.length === 0 ? spec : null, format, problems, notes };
  }
}
