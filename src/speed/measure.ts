/** Times every layer of a set in every way: warm-up, then rounds in which all take turns. */
import { EngineError } from '../engine/errors.js';
import type { Plan } from '../math/types.js';
import { plan as planLayer } from '../variants/plan-layer.js';
import type { Bench, Subject } from './bench.js';
import { Watch } from './conditions.js';
import { counted } from './counted.js';
import { whenVisible, type Page } from './page.js';
import { clockStep } from './probes.js';
import { inGroups, isFeasible, nextBatch, rotated, type Item, type Trial } from './schedule.js';
import { Samples, type Sample } from './samples.js';
import {
  processorOf,
  ways as allWays,
  type Ceilings,
  type LayerSet,
  type Processor,
  type Report,
  type Way,
} from './types.js';

export interface Request {
  readonly set: LayerSet;
  readonly ways: readonly Way[];
  /** Samples of each layer in each way. */
  readonly rounds: number;
}

export interface Progress {
  /** 0 … 1 */
  readonly share: number;
  /** Place in the set; null while the device itself is measured. */
  readonly layer: number | null;
  readonly way: Way | null;
}

export interface Options {
  readonly bench: Bench;
  readonly page: Page;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** One multiply-add: what remains is the price of asking. */
const smallest: Plan = planLayer({ variant: 'pointwise', input: [1, 1, 1], filters: 1 });

/** Rejects with the signal's reason, or with what the bench refuses; what was measured by then is lost. */
export function measure(request: Request, options: Options): Promise<Report> {
  return new Run(request, options).perform();
}

/** An item on the bench. */
interface Place {
  readonly item: Item;
  readonly subject: Subject;
  /** Evaluations of one sample. */
  batch: number;
  /** The bench's changes when it was last evaluated. */
  changes: number;
}

/** Shortest and longest sample, milliseconds. */
const sampleSpan = [20, 250] as const;
const stepsInSample = 100;
const beginnings = 3;
const mostWarmups = 10;
const mostRetries = 5;
/** Rounds that warming up takes the time of, about; so the bar moves at one pace. */
const warmUpRounds = 4;

/** What was reached in the best of two cases; null only of what was measured in neither. */
function higher(one: Report['ceilings'], other: Report['ceilings']): Report['ceilings'] {
  const best = (processor: Processor): Ceilings | null => {
    const [first, second] = [one[processor], other[processor]];
    if (!first || !second) return first ?? second;
    return {
      multiplyAdds: Math.max(first.multiplyAdds, second.multiplyAdds),
      bytes: Math.max(first.bytes, second.bytes),
    };
  };
  return { gpu: best('gpu'), javascript: best('javascript') };
}

class Run {
  private readonly set: LayerSet;
  private readonly ways: readonly Way[];
  private readonly rounds: number;
  private readonly options: Options;
  private readonly watch: Watch;
  private readonly samples = new Samples();
  private readonly items: readonly Item[];
  private readonly target: number;
  private done = 0;
  /** The bench's changes that the report speaks of. */
  private changes: number;

  constructor({ set, ways, rounds }: Request, options: Options) {
    const { page, bench } = options;
    this.set = set;
    this.ways = allWays.filter((way) => ways.includes(way));
    this.rounds = rounds;
    this.options = options;
    this.changes = bench.changes;
    const step = clockStep(page);
    this.watch = new Watch(page, step);
    this.target = Math.min(Math.max(stepsInSample * step, sampleSpan[0]), sampleSpan[1]);
    const places = [null, ...set.layers.keys()];
    this.items = places.flatMap((layer) =>
      this.ways.flatMap((way, index): Item[] => {
        const plan = this.planOf(layer);
        const isPossible = isFeasible(way, counted(plan).multiplyAdds);
        return isPossible ? [{ layer, way: index, bytes: bench.bytesOf(plan) }] : [];
      }),
    );
  }

  async perform(): Promise<Report> {
    const { bench, page, signal } = this.options;
    try {
      signal.throwIfAborted();
      this.tell(null);
      await page.turn();
      const processors = [...new Set(this.ways.map(processorOf))];
      const before = await bench.ceilings(processors, signal);
      for (const group of inGroups(this.items, bench.budget)) await this.measureGroup(group);
      // A device that was busy with something else at the start would have too low a roof for all that follows.
      const ceilings = higher(before, await bench.ceilings(processors, signal));
      this.watch.compare(ceilings);
      return this.report(ceilings);
    } finally {
      this.watch.stop();
    }
  }

  private planOf(layer: number | null): Plan {
    return layer === null ? smallest : this.set.layers[layer].plan;
  }

  private async measureGroup(group: readonly Item[]): Promise<void> {
    const places: Place[] = [];
    try {
      for (const item of group) {
        const subject = await this.load(item);
        if (!subject) continue;
        const place: Place = { item, subject, batch: 1, changes: this.options.bench.changes };
        places.push(place);
        await this.warmUp(place);
      }
      for (let round = 0; round < this.rounds; round += 1) {
        for (const place of rotated(places, round)) {
          const sample = await this.sample(place);
          if (sample) this.samples.add(place.item, sample);
        }
      }
    } finally {
      for (const { subject } of places) subject.dispose();
    }
  }

  /** Null where this device does not have the way. */
  private async load(item: Item): Promise<Subject | null> {
    const way = this.ways[item.way];
    if (this.watch.misses(way)) return null;
    const subject = await this.options.bench.load(way, this.planOf(item.layer));
    if (!subject) this.watch.miss(way);
    return subject;
  }

  /** Programs are compiled, clocks rise, and the size of a batch is found. */
  private async warmUp(place: Place): Promise<void> {
    // The first evaluations tell nothing but how long it takes to begin: programs are compiled, and again for this very shape.
    for (let evaluation = 0; evaluation < beginnings; evaluation += 1)
      if (!(await this.sample(place, warmUpRounds / beginnings))) return;
    let before: Trial | null = null;
    for (let warmup = 0; warmup < mostWarmups; warmup += 1) {
      const sample = await this.sample(place, 0);
      if (!sample) return;
      const trial: Trial = { batch: place.batch, time: place.batch * sample.time };
      place.batch = nextBatch(trial, before, [this.target, sampleSpan[1]]);
      if (place.batch === trial.batch) return;
      before = trial;
    }
  }

  /**
   * One evaluation, from a batch; null when the way is gone. A sample during which the page was hidden or the context
   * lost is taken again.
   * @param steps by which the bar of the progress moves
   */
  private async sample(place: Place, steps = 1): Promise<Sample | null> {
    const { page, signal } = this.options;
    const way = this.ways[place.item.way];
    this.tell(place.item, steps);
    for (let attempt = 0; attempt < mostRetries; attempt += 1) {
      if (this.watch.misses(way)) return null;
      await this.watch.turn();
      await whenVisible(page, signal);
      this.watch.spun(page.spin());
      const hides = this.watch.hides;
      try {
        await this.renew(place);
        const sample = await this.timed(place);
        // A context that came back may have been moved to another way meanwhile.
        if (place.subject.way !== way) this.watch.miss(way);
        else if (this.watch.hides === hides) return sample;
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof EngineError && error.code === 'context-lost')) throw error;
        await this.options.bench.whenReady();
        this.noteLoss();
      }
    }
    throw new EngineError('context-lost', 'The context was lost again and again.');
  }

  /** After a loss of the context a layer is made anew, which is no part of its time. */
  private async renew(place: Place): Promise<void> {
    const { bench, signal } = this.options;
    if (place.changes === bench.changes) return;
    await place.subject.step({ signal });
    await place.subject.finished();
    place.changes = bench.changes;
    if (this.changes !== bench.changes) this.noteLoss();
  }

  private noteLoss(): void {
    this.watch.lose();
    this.changes = this.options.bench.changes;
  }

  private async timed({ subject, batch }: Place): Promise<Sample> {
    const { page, signal } = this.options;
    const start = page.now();
    for (let count = 0; count < batch; count += 1) await subject.step({ signal });
    await subject.finished();
    const time = (page.now() - start) / batch;
    // Only the fast path has a clock of the GPU's own.
    return { time, onGpu: subject.way === 'fast' ? await subject.timedStep({ signal }) : null };
  }

  private tell(item: Item | null, steps = 0): void {
    const total = this.items.length * (this.rounds + warmUpRounds);
    this.options.progress({
      share: Math.min(this.done / total, 1),
      layer: item?.layer ?? null,
      way: item ? this.ways[item.way] : null,
    });
    this.done += steps;
  }

  private report(ceilings: Report['ceilings']): Report {
    const { set, ways, rounds, samples, watch } = this;
    const table = <Value>(read: (layer: number, way: number) => Value | null): (Value | null)[][] =>
      set.layers.map((_, layer) => ways.map((way, place) => (watch.misses(way) ? null : read(layer, place))));
    return {
      ...{ set, ways, rounds, ceilings },
      spreads: table((layer, way) => samples.spread(layer, way)),
      onGpu: table((layer, way) => samples.onGpu(layer, way)),
      launch: ways.map((way, place) =>
        watch.misses(way) ? null : (samples.spread(null, place)?.median ?? null),
      ),
      conditions: this.watch.conditions,
      device: this.options.bench.renderer,
    };
  }
}
