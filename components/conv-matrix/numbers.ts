/** The engine's numbers that the matrix shows beside those of the run; each is asked for once and kept. */
import type { Tensor } from '../../src/math/types.js';
import {
  adjointIdentity,
  adjointOf,
  applied,
  pairProducts,
  withEngine,
  type AdjointIdentity,
} from '../../src/session/adjoint.js';
import type { Moment, StageView } from '../../src/timeline/types.js';
import type { MatrixModel } from '../../src/views/matrix/model.js';
import { mostListed, productsInRun } from '../../src/views/matrix/products.js';
import type { Fed } from '../../src/views/matrix/vectors.js';

/** One question to the engine at a time; the latest one wins. */
class Answer<Result> {
  private readonly changed: () => void;
  private wanted: readonly unknown[] = [];
  private have: { readonly key: readonly unknown[]; readonly result: Result } | null = null;
  private asking = false;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** The answer to a question, or null while it is on its way; asks when the key is a new one. */
  to(key: readonly unknown[], ask: () => Promise<Result>): Result | null {
    if (this.have && isSame(this.have.key, key)) return this.have.result;
    this.wanted = key;
    if (!this.asking) void this.ask(key, ask);
    return null;
  }

  private async ask(key: readonly unknown[], ask: () => Promise<Result>): Promise<void> {
    this.asking = true;
    try {
      this.have = { key, result: await ask() };
    } catch {
      // What cannot be computed is not shown; the session tells why.
      if (isSame(this.wanted, key)) return;
    } finally {
      this.asking = false;
    }
    this.changed();
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, i) => Object.is(each, other[i]));
}

export class MatrixNumbers {
  private readonly results: Answer<Tensor>;
  private readonly identities: Answer<AdjointIdentity>;
  private readonly products: Answer<Float32Array>;

  /** @param changed called when an answer has come */
  constructor(changed: () => void) {
    this.results = new Answer(changed);
    this.identities = new Answer(changed);
    this.products = new Answer(changed);
  }

  /** The result of the run, put into the turned matrix. */
  fed({ stage, weights, output }: StageView): Fed {
    const ask = (): Promise<Tensor> =>
      withEngine((engine) => applied(engine, adjointOf(stage), weights, output));
    return { given: output, result: this.results.to([stage, weights, output], ask) };
  }

  identity({ stage, weights, input }: StageView): AdjointIdentity | null {
    const ask = (): Promise<AdjointIdentity> =>
      withEngine((engine) => adjointIdentity(engine, stage, weights, input));
    return this.identities.to([stage, weights, input], ask);
  }

  /** Products of the entries of the line in focus, as many as are listed; null while they are on their way. */
  ofLine(model: MatrixModel, moment: Moment): Float32Array | null {
    const known = productsInRun(model, moment);
    if (known) return known;
    const entries = model.line.entries.slice(0, mostListed);
    if (entries.some(({ factor }) => factor === null)) return null;
    const weights = entries.map(({ value }) => value);
    const factors = entries.map(({ factor }) => factor ?? 0);
    const ask = (): Promise<Float32Array> => withEngine((engine) => pairProducts(engine, factors, weights));
    return this.products.to([...weights, ...factors], ask);
  }
}
