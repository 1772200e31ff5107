import type { Accuracy } from '../engine/accuracy.js';
import { EngineError } from '../engine/errors.js';
import type { Engine } from '../engine/types.js';
import type { Plan, Problem, StageTensors } from '../math/types.js';
import { frameAt } from '../timeline/frame.js';
import { highlightOf } from '../timeline/highlight.js';
import { clampStep, stepsOf } from '../timeline/position.js';
import { nextStop, previousStop } from '../timeline/stops.js';
import { advance } from '../timeline/tempo.js';
import type { CellValues, Grain, Moment, Selection, ViewIntent } from '../timeline/types.js';
import { plan as planLayer } from '../variants/plan-layer.js';
import type { LayerSpec } from '../variants/types.js';
import { variantOf, variants } from '../variants/variants.js';
import { cellValuesFromTable, readsOf } from './cell-values.js';
import { compute, type Computation } from './compute.js';
import { acquireEngine, releaseEngine } from './engines.js';
import { Player, type Clock } from './player.js';
import { inputOf, weightsOf, type InputSource } from './source.js';

/** What a session tells: anything shown changed; playing began, stopped, or came to the end. */
export type SessionEvent = 'change' | 'play' | 'pause' | 'ended';

/** How the numbers stand: none yet, on their way, shown, or refused by the engine. */
export type SessionStatus = 'empty' | 'computing' | 'ready' | 'failed';

/**
 * The one mutable thing: a layer, its numbers, and where the run stands. Views draw its `moment`. A setting that
 * cannot run leaves the last legal moment standing and is explained in `problems`.
 */
export class Session extends EventTarget {
  private readonly player: Player;
  private asked: LayerSpec = { variant: variants[0].name };
  private askedPlan: Plan = planLayer(this.asked);
  private from: InputSource = { kind: 'sample', name: variants[0].sample };
  private computation: Computation | null = null;
  private engine: Engine | null = null;
  private engineComing: Promise<Engine> | null = null;
  private unfollow: () => void = () => undefined;
  private running: AbortController | null = null;
  private fetched: CellValues | null = null;
  private fetching: string | null = null;
  private at = 0;
  private pointed: Selection | null = null;
  private pinned: Selection | null = null;
  private shown: Moment | null = null;
  private connected = false;
  private failure: Error | null = null;
  private speed = 1;
  /** Start again at the end. */
  loop = false;

  constructor(clock?: Clock) {
    super();
    this.player = new Player((milliseconds) => this.tick(milliseconds), clock);
  }

  /** The layer as it was asked for, legal or not. */
  get layer(): LayerSpec {
    return this.asked;
  }

  /** The plan of the layer as it was asked for. */
  get plan(): Plan {
    return this.askedPlan;
  }

  /** Why the layer cannot run; empty when it can. */
  get problems(): readonly Problem[] {
    return this.askedPlan.problems;
  }

  get source(): InputSource {
    return this.from;
  }

  /** All that is shown; null before the engine's first answer. */
  get moment(): Moment | null {
    const { computation } = this;
    if (!computation) return null;
    this.shown ??= this.makeMoment(computation);
    return this.shown;
  }

  get status(): SessionStatus {
    if (this.failure) return 'failed';
    if (this.running) return 'computing';
    return this.computation ? 'ready' : 'empty';
  }

  get error(): Error | null {
    return this.failure;
  }

  /** Which engine computed what is shown, and how far it is from the reference. */
  get accuracy(): Accuracy | null {
    return this.computation?.accuracy ?? null;
  }

  get backend(): Engine['backend'] | null {
    return this.engine?.backend ?? null;
  }

  /** Why a lower rung of the engines answers, or null. */
  get fallbackReason(): Engine['fallbackReason'] {
    return this.engine?.fallbackReason ?? null;
  }

  /** Dense terms done, 0 … steps. */
  get step(): number {
    return this.at;
  }

  get steps(): number {
    return this.computation ? stepsOf(this.computation.plan) : 0;
  }

  get paused(): boolean {
    return !this.player.playing;
  }

  get playbackRate(): number {
    return this.speed;
  }

  set playbackRate(rate: number) {
    this.speed = Number.isFinite(rate) ? Math.min(Math.max(rate, 0.25), 8) : 1;
    this.changed();
  }

  get selection(): Selection | null {
    return this.pointed ?? this.pinned;
  }

  /** A session out of sight stands still. */
  set seen(seen: boolean) {
    this.player.seen = seen;
  }

  /** Starts computing; answered by {@link disconnect}. */
  connect(): void {
    if (this.connected) return;
    this.connected = true;
    this.engineComing = acquireEngine();
    void this.recompute();
  }

  /** Gives the engine back; what is shown stays, so that an element that moves keeps its state. */
  disconnect(): void {
    if (!this.connected) return;
    this.connected = false;
    this.running?.abort();
    this.running = null;
    this.unfollow();
    this.engine = null;
    this.engineComing = null;
    this.pause();
    releaseEngine();
  }

  /** Changes some fields of the layer. */
  setLayer(fields: Partial<LayerSpec>): void {
    this.asked = { ...this.asked, ...fields };
    if ('input' in fields && !this.sourceFits()) this.from = { kind: 'sample', name: sampleOf(this.asked) };
    this.askedPlan = planLayer(this.asked);
    this.changed();
    if (this.askedPlan.problems.length === 0) void this.recompute();
  }

  /** Back to what the variant presets. */
  reset(): void {
    const { variant } = this.asked;
    this.clearSelection();
    this.from = { kind: 'sample', name: sampleOf(this.asked) };
    this.asked = { ...(variant ? { variant } : {}) };
    this.setLayer({});
  }

  /** Fills the input: data bring their own height, width and channels. */
  setSource(source: InputSource): void {
    this.from = source;
    if (source.kind === 'data') this.setLayer({ input: source.tensor.shape });
    else this.setLayer({});
  }

  /** Goes to a step; what is out of range is clamped. */
  seek(step: number): void {
    this.at = this.computation ? clampStep(this.computation.plan, step) : Math.max(step, 0) || 0;
    this.changed();
  }

  /** One stop of a grain forward. */
  next(grain: Grain = 'beat'): void {
    if (this.computation) this.seek(nextStop(this.computation.plan, this.at, grain));
  }

  /** One stop of a grain back. */
  previous(grain: Grain = 'beat'): void {
    if (this.computation) this.seek(previousStop(this.computation.plan, this.at, grain));
  }

  /** Plays on, or from the start when at the end. A pinned cell is let go: it would be lit beside the wrong work. */
  play(): void {
    if (this.player.playing) return;
    this.pinned = null;
    this.pointed = null;
    if (this.computation && this.at >= this.steps) this.at = 0;
    this.player.play();
    this.dispatchEvent(new Event('play' satisfies SessionEvent));
    this.changed();
  }

  pause(): void {
    if (!this.player.playing) return;
    this.player.pause();
    this.dispatchEvent(new Event('pause' satisfies SessionEvent));
    this.changed();
  }

  /** What a person does to a view: hover and focus point, a click or Enter pins, pinning again lets go. */
  intend(intent: ViewIntent): void {
    const { kind, stage, tensor, index } = intent;
    if (kind === 'leave') this.pointed = null;
    else {
      const isPinned = this.pinned?.tensor === tensor && String(this.pinned.index) === String(index);
      if (kind === 'hover') this.pointed = isPinned ? null : { stage, tensor, index, pinned: false };
      else {
        this.pinned = isPinned ? null : { stage, tensor, index, pinned: true };
        this.pointed = null;
      }
    }
    this.changed();
  }

  /** Lets go of what is pinned and pointed at; false when nothing was. */
  clearSelection(): boolean {
    const had = this.selection !== null;
    this.pinned = null;
    this.pointed = null;
    if (had) this.changed();
    return had;
  }

  /** Data have one size only; asked for another one, a sample takes their place. */
  private sourceFits(): boolean {
    return this.from.kind === 'sample' || String(this.from.tensor.shape) === String(this.asked.input);
  }

  private makeMoment({ plan, stages, tables }: Computation): Moment {
    const frame = frameAt(plan, this.at);
    const table = tables[frame.stage];
    const view = stages[frame.stage];
    const selection = this.selection && plan.stages[this.selection.stage] ? this.selection : null;
    const values = table
      ? cellValuesFromTable(view, table, frame)
      : this.fetchedValues(frame.stage, frame.cell);
    return { plan, stages, frame, values, selection, highlight: highlightOf(plan, selection) };
  }

  /** Numbers of a cell of a stage too long for a table: asked for one cell at a time, the latest wins. */
  private fetchedValues(stage: number, cell: CellValues['cell']): CellValues | null {
    const key = `${stage}:${cell}`;
    const { fetched } = this;
    if (fetched && `${fetched.stage}:${fetched.cell}` === key) return fetched;
    if (this.fetching === null && this.connected) void this.fetchValues(key);
    return null;
  }

  private async fetchValues(key: string): Promise<void> {
    const { engine, computation } = this;
    if (!engine || !computation) return;
    this.fetching = key;
    try {
      const frame = frameAt(computation.plan, this.at);
      const tensors = { input: computation.input, stages: computation.weights };
      const terms = await engine.terms(computation.plan, tensors, { stage: frame.stage, index: frame.cell });
      if (computation !== this.computation) return;
      this.fetched = {
        ...readsOf(computation.stages[frame.stage], frame),
        product: Float32Array.from(terms, (term) => term.product),
        runningSum: Float32Array.from(terms, (term) => term.runningSum),
        channelSum: Float32Array.from(terms, (term) => term.channelSum),
      };
    } catch {
      this.fetched = null;
      return;
    } finally {
      this.fetching = null;
    }
    this.changed();
  }

  /** Tells when the engine changes its rung. */
  private follow(engine: Engine): void {
    if (this.engine === engine || !this.connected) return;
    this.engine = engine;
    this.unfollow = engine.onChange(() => this.changed());
  }

  private async recompute(): Promise<void> {
    if (!this.engineComing || this.askedPlan.problems.length > 0) return;
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    try {
      this.follow(await this.engineComing);
      running.signal.throwIfAborted();
      if (!this.engine) return;
      const plan = this.askedPlan;
      const input = inputOf(plan, this.from);
      const weights: readonly StageTensors[] = weightsOf(plan);
      this.show(await compute(this.engine, plan, input, weights, running.signal));
      this.failure = null;
    } catch (error) {
      if (running.signal.aborted) return;
      if (isLoss(error) && this.engine) return this.resume(this.engine);
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
    if (this.running === running) this.running = null;
    this.changed();
  }

  /** After a lost context what is shown stays; the numbers come again when the engine is restored, or from the CPU. */
  private async resume(engine: Engine): Promise<void> {
    await engine.whenReady();
    if (engine === this.engine) await this.recompute();
  }

  /** A finished run stays finished; one in the middle starts again, because its cells are other cells now. */
  private show(computation: Computation): void {
    const finished = this.computation !== null && this.at >= this.steps;
    const first = this.computation === null;
    this.computation = computation;
    this.fetched = null;
    if (finished) this.at = this.steps;
    else this.at = first ? clampStep(computation.plan, this.at) : 0;
  }

  private tick(milliseconds: number): boolean {
    if (!this.computation) return true;
    this.at = advance(this.computation.plan, this.at, milliseconds * this.speed);
    const ended = this.at >= this.steps;
    if (ended && this.loop) this.at = 0;
    this.changed();
    if (!ended || this.loop) return true;
    this.dispatchEvent(new Event('pause' satisfies SessionEvent));
    this.dispatchEvent(new Event('ended' satisfies SessionEvent));
    return false;
  }

  private changed(): void {
    this.shown = null;
    this.dispatchEvent(new Event('change' satisfies SessionEvent));
  }
}

function isLoss(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'context-lost';
}

function sampleOf({ variant }: LayerSpec): string {
  return (variantOf(variant ?? '') ?? variants[0]).sample;
}
