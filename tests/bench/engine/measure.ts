/** Times all engines on one layer, in turns, in one page. */
import type { Adapter, Case, Session } from '../adapter/adapter.js';

/** How long it may take. */
export interface Effort {
  /** Rounds; each measures every engine once. Slow engines get fewer, at least 3. */
  readonly rounds: number;
  /** Milliseconds of one sample of the steady state. */
  readonly sample: number;
  /** Milliseconds of steady samples per engine. */
  readonly budget: number;
}

/** Milliseconds a call, one entry a sample. */
export interface Samples {
  /** Many evaluations handed in before one wait. */
  readonly steady: number[];
  /** One evaluation and a wait. */
  readonly latency: number[];
  /** Upload, evaluation, and the whole result read. */
  readonly roundTrip: number[];
}

export interface Measured extends Samples {
  readonly engine: string;
  /** Preparation, compilation and the first evaluation, in milliseconds. */
  readonly first: number | null;
  /** Largest difference from the reference, over the reference's largest value; null where there is no such result. */
  readonly error: number | null;
  /** Why there are no numbers, or no more. */
  readonly failure?: string;
}

interface Contestant extends Samples {
  readonly adapter: Adapter;
  readonly session: Session;
  readonly first: number;
  readonly error: number | null;
  /** Evaluations in one sample. */
  readonly batch: number;
  readonly rounds: number;
  readonly perRound: typeof brief;
  failure?: string;
}

const now = () => performance.now();
const warmUp = { milliseconds: 150, most: 200 };
const mostInBatch = 200;
const fewestRounds = 3;
/** Calls a round. One that takes long varies little, and nothing is gained by a call that only warms up. */
const brief = { warm: 1, latency: 3, roundTrip: 2 };
const long = { warm: 0, latency: 1, roundTrip: 1 };
/** Milliseconds. */
const longCall = 200;

/** @param expected the reference's result */
export async function measureCase(
  layer: Case,
  tensors: { readonly x: Float32Array; readonly w: Float32Array; readonly expected: Float32Array },
  adapters: readonly Adapter[],
  effort: Effort,
): Promise<Measured[]> {
  const entries: (Contestant | Measured)[] = [];
  for (const adapter of adapters) entries.push(await enter(adapter, layer, tensors, effort));
  const running = entries.filter((entry) => 'session' in entry);
  for (let round = 0; round < effort.rounds; round++) {
    for (let place = 0; place < running.length; place++) {
      const contestant = running[(place + round) % running.length];
      if (round < contestant.rounds && !contestant.failure) await takeTurn(contestant, tensors.x);
    }
  }
  for (const { session } of running) await session.dispose();
  return entries.map((entry) => ('session' in entry ? resultOf(entry) : entry));
}

function failed(engine: string, failure: unknown): Measured {
  const nothing = { first: null, error: null, steady: [], latency: [], roundTrip: [] };
  return { engine, ...nothing, failure: String(failure) };
}

async function enter(
  adapter: Adapter,
  layer: Case,
  { x, w, expected }: { x: Float32Array; w: Float32Array; expected: Float32Array },
  effort: Effort,
): Promise<Contestant | Measured> {
  if (adapter.supports?.(layer) === false) return failed(adapter.name, 'not supported');
  try {
    await adapter.activate?.();
    const begun = now();
    const session = await adapter.prepare(layer, x, w);
    await evaluate(session);
    const first = now() - begun;
    const error = largestError(await session.roundtrip(x, true), expected);
    const once = await warm(session);
    const batch = Math.max(1, Math.min(mostInBatch, Math.ceil(effort.sample / once)));
    const rounds = Math.max(
      fewestRounds,
      Math.min(effort.rounds, Math.floor(effort.budget / (once * batch))),
    );
    const perRound = once > longCall ? long : brief;
    const samples: Samples = { steady: [], latency: [], roundTrip: [] };
    return { adapter, session, first, error, batch, rounds, perRound, ...samples };
  } catch (failure) {
    return failed(adapter.name, failure);
  }
}

async function evaluate(session: Session): Promise<void> {
  await session.step();
  await session.sync();
}

/** @returns milliseconds of the last evaluation */
async function warm(session: Session): Promise<number> {
  const begun = now();
  let last = 0;
  for (let runs = 0; runs < warmUp.most; runs++) {
    if (runs > 0 && now() - begun > warmUp.milliseconds) break;
    const start = now();
    await evaluate(session);
    last = now() - start;
  }
  return Math.max(last, 0.02);
}

function largestError(result: Float32Array, expected: Float32Array): number | null {
  if (result.length !== expected.length) return null;
  let [error, largest] = [0, 0];
  expected.forEach((value, place) => {
    // Not Math.max: it must not lose a NaN of the result.
    const difference = Math.abs(result[place] - value);
    if (!(difference <= error)) error = difference;
    largest = Math.max(largest, Math.abs(value));
  });
  return Number.isFinite(error) ? error / largest : null;
}

async function takeTurn(contestant: Contestant, x: Float32Array): Promise<void> {
  const { adapter, session, batch, perRound, steady, latency, roundTrip } = contestant;
  try {
    await adapter.activate?.();
    for (let call = 0; call < perRound.warm; call++) await evaluate(session);
    const begun = now();
    for (let step = 0; step < batch; step++) await session.step();
    await session.sync();
    steady.push((now() - begun) / batch);
    for (let call = 0; call < perRound.latency; call++) latency.push(await timed(() => evaluate(session)));
    for (let call = 0; call < perRound.roundTrip; call++) {
      roundTrip.push(await timed(() => session.roundtrip(x)));
    }
  } catch (failure) {
    contestant.failure = String(failure);
  }
}

async function timed(work: () => unknown): Promise<number> {
  const start = now();
  await work();
  return now() - start;
}

function resultOf(contestant: Contestant): Measured {
  const { adapter, first, error, failure, steady, latency, roundTrip } = contestant;
  const engine = adapter.name;
  return { engine, first, error, steady, latency, roundTrip, ...(failure ? { failure } : {}) };
}
