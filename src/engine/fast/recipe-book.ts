import type { ProgramCache } from '../../gpu/program.js';
import { counts } from '../../math/counts.js';
import type { Plan } from '../../math/types.js';
import { recipeForAnyShape, recipeForOneShape, type Recipe, type Tuning } from './kernels.js';

/** A program of its own is compiled for a plan of more multiply-adds: below, the draw call costs more than the loop. */
const worthwhileMacs = 1_000_000;

/** Which recipes a plan may be run by; 'both' is the engine's way, the others are for comparisons. */
export type Choice = 'both' | 'any shape' | 'one shape';

/** A plan that the book knows. */
export interface Entry {
  readonly plan: Plan;
  readonly anyShape: Recipe;
  uses: number;
  /** null: not worth it; undefined: not asked yet. */
  oneShape: Recipe | null | undefined;
}

/** Plans that are remembered: about as many as a page of layers or a network shows. */
const mostEntries = 256;

/**
 * Knows how often a plan was run. At first it is run by programs that answer any shape at once; when it comes again, its own
 * are compiled, at most one an evaluation, and take over when all are ready.
 */
export class RecipeBook {
  private readonly programs: ProgramCache;
  private readonly tuning: Tuning;
  private readonly choice: Choice;
  private readonly entries = new Map<string, Entry>();

  constructor(programs: ProgramCache, tuning: Tuning, choice: Choice) {
    this.programs = programs;
    this.tuning = tuning;
    this.choice = choice;
  }

  /** The recipe for the next evaluation of a plan; inside `Device.enter`. */
  recipeFor(entry: Entry): Recipe {
    entry.uses += 1;
    if (entry.uses === 1 && this.choice === 'both') return entry.anyShape;
    if (entry.oneShape === undefined) entry.oneShape = this.recipeForOneShape(entry.plan);
    return entry.oneShape && this.isReady(entry.oneShape) ? entry.oneShape : entry.anyShape;
  }

  /** @throws EngineError 'too-large' where a tensor does not fit a texture */
  entryOf(plan: Plan): Entry {
    const key = JSON.stringify(plan.stages);
    const known = this.entries.get(key);
    if (known) return known;
    const entry = { plan, anyShape: recipeForAnyShape(plan, this.tuning), uses: 0, oneShape: undefined };
    this.entries.set(key, entry);
    if (this.entries.size > mostEntries) this.entries.delete(this.entries.keys().next().value!);
    return entry;
  }

  private recipeForOneShape(plan: Plan): Recipe | null {
    const isWorthwhile =
      this.choice === 'both' ? counts(plan).macs > worthwhileMacs : this.choice === 'one shape';
    return isWorthwhile ? recipeForOneShape(plan, this.tuning) : null;
  }

  private isReady({ kernels }: Recipe): boolean {
    if (this.choice === 'one shape') return true;
    return kernels.every(({ source }) => this.programs.prepare(source));
  }
}
