import type { CompileAhead } from '../../gpu/compile-ahead.js';
import { counts } from '../../math/counts.js';
import type { Plan } from '../../math/types.js';
import { packProgram, unpackProgram } from './programs.js';
import { recipeForAnyShape, recipeForOneShape, type Recipe, type Tuning } from './kernels.js';

/**
 * A plan that is run as a whole each time gets programs of its own when its evaluations come to so many multiply-adds. One
 * that was loaded was loaded to be repeated: it gets them with its second evaluation.
 */
const worthwhileMacs = 1_000_000;

/** Which recipes a plan may be run by; 'both' is the engine's way, the others are for comparisons. */
export type Choice = 'both' | 'any shape' | 'one shape';

/** A plan that the book knows. */
export interface Entry {
  readonly plan: Plan;
  readonly anyShape: Recipe;
  /** Of one evaluation. */
  readonly macs: number;
  uses: number;
  /** Once it is wanted; the other one where none is better. */
  oneShape: Recipe | null;
  /** All programs of that one are compiled. */
  isReady: boolean;
}

/** Plans that are remembered: about as many as a page of layers or a network shows. */
const mostEntries = 256;

/**
 * Knows how often a plan was run. At first it is run by programs that answer any shape at once; when it comes again, its own
 * are compiled, at most one an evaluation, and take over when all are ready.
 */
export class RecipeBook {
  private readonly compiler: CompileAhead;
  private readonly tuning: Tuning;
  private readonly choice: Choice;
  private readonly entries = new Map<string, Entry>();

  constructor(compiler: CompileAhead, tuning: Tuning, choice: Choice) {
    this.compiler = compiler;
    this.tuning = tuning;
    this.choice = choice;
  }

  /** The recipe for the next evaluation of a plan, which may be a loaded one; inside `Device.enter`. */
  recipeFor(entry: Entry, isLoaded: boolean): Recipe {
    entry.uses += 1;
    if (!this.wantsOneShape(entry, isLoaded)) return entry.anyShape;
    entry.oneShape ??= recipeForOneShape(entry.plan, this.tuning) ?? entry.anyShape;
    entry.isReady ||= this.isReady(entry.oneShape);
    return entry.isReady ? entry.oneShape : entry.anyShape;
  }

  /** @throws EngineError 'too-large' where a tensor does not fit a texture */
  entryOf(plan: Plan): Entry {
    const key = JSON.stringify(plan.stages);
    const known = this.entries.get(key);
    if (known) return known;
    const anyShape = recipeForAnyShape(plan, this.tuning);
    const entry = { plan, macs: counts(plan).macs, anyShape, uses: 0, oneShape: null, isReady: false };
    this.entries.set(key, entry);
    if (this.entries.size > mostEntries) this.entries.delete(this.entries.keys().next().value!);
    return entry;
  }

  private wantsOneShape({ uses, macs }: Entry, isLoaded: boolean): boolean {
    if (this.choice === 'both') return uses > 1 && (isLoaded || uses * macs > worthwhileMacs);
    return this.choice === 'one shape';
  }

  /** The programs that bring its input into its layout and its result out of it included. */
  private isReady({ input, kernels }: Recipe): boolean {
    if (this.choice === 'one shape') return true;
    const { written } = kernels[kernels.length - 1];
    const ends = [packProgram(input), unpackProgram(written)];
    return this.compiler.areReady([...kernels.map(({ source }) => source), ...ends]);
  }
}
