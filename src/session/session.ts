import type { Accuracy } from '../engine/accuracy.js';
import type { Engine } from '../engine/types.js';
import type { Plan, Problem } from '../math/types.js';
import type { KernelId } from '../media/kernels.js';
import { frameAt } from '../timeline/frame.js';
import { highlightOf } from '../timeline/highlight.js';
import type { Frame, Grain, Moment, Selection, StageView, ViewIntent, Walk } from '../timeline/types.js';
import type { Preset } from '../variants/presets.js';
import type { LayerSpec, VariantName } from '../variants/types.js';
import { Calculator } from './calculator.js';
import type { Computation } from './compute.js';
import { documentOfPreset, type Document, type InputSource, type StageWeights } from './document.js';
import { Draft } from './draft.js';
import { Numbers } from './numbers.js';
import { readingModule } from './on-demand.js';
import type { Clock } from './player.js';
import { Pointing, selectionIn } from './pointing.js';
import { Run } from './run.js';

/** What a session tells: anything shown changed; playing began, stopped, or came to the end. */
export type SessionEvent = 'change' | 'play' | 'pause' | 'ended';

/** How the numbers stand: none yet, on their way, shown, or refused by the engine. */
export type SessionStatus = 'empty' | 'computing' | 'ready' | 'failed';

/**
 * The one mutable thing: a layer, its numbers, and where the run stands. Views draw its `moment`. A setting that
 * cannot run leaves the last legal moment standing and is explained in `problems`.
 */
export class Session extends EventTarget {
  private readonly draft = new Draft({
    isShown: () => this.calculator.computation !== null,
    changed: (before) => this.follow(before),
  });
  private readonly calculator = new Calculator({
    isRunnable: () => this.problems.length === 0,
    task: () => this.draft.task(),
    answered: (computation, isNewest) => this.show(computation, isNewest),
    changed: () => this.changed(),
  });
  private readonly numbers = new Numbers(() => this.changed());
  private readonly pointing = new Pointing();
  private readonly run: Run;
  private isConnected = false;
  private shown: Moment | null = null;
  private shows: ((stages: readonly StageView[]) => readonly StageView[]) | null = null;

  constructor(clock?: Clock) {
    super();
    const told = (event: SessionEvent): boolean => this.dispatchEvent(new Event(event));
    this.run = new Run({ changed: () => this.changed(), told }, clock);
  }

  /** The layer as it was asked for, legal or not. */
  get layer(): LayerSpec {
    return this.draft.document.layer;
  }

  /** The plan of the layer as it was asked for. */
  get plan(): Plan {
    return this.draft.plan;
  }

  /** Why the layer cannot run; empty when it can. */
  get problems(): readonly Problem[] {
    return this.draft.plan.problems;
  }

  /** All that can be undone, as plain data that {@link open} takes back: the layer, its numbers by their source, and the walk. */
  get document(): Document {
    return this.draft.document;
  }

  /** What fills the input, with the seed of random numbers. */
  get source(): InputSource {
    return this.draft.document.input;
  }

  /** Where the weights come from, by stage, with the seed of random numbers; a stage without an entry has its examples. */
  get weights(): readonly StageWeights[] {
    return this.draft.document.weights;
  }

  /** The order in which transposed stages run. */
  get walk(): Walk {
    return this.draft.document.walk;
  }

  /** All that is shown; null before the engine's first answer. */
  get moment(): Moment | null {
    const { computation } = this.calculator;
    if (!computation) return null;
    this.shown ??= this.makeMoment(computation);
    return this.shown;
  }

  get status(): SessionStatus {
    if (this.calculator.error) return 'failed';
    if (this.calculator.busy) return 'computing';
    return this.calculator.computation ? 'ready' : 'empty';
  }

  get error(): Error | null {
    return this.calculator.error;
  }

  /** How far what is shown is from the reference; null until it has been compared. */
  get accuracy(): Accuracy | null {
    return this.calculator.accuracy;
  }

  /** Which engine computed what is shown. */
  get backend(): Engine['backend'] | null {
    return this.calculator.engine?.backend ?? null;
  }

  /** Why a lower rung of the engines answers, or null. */
  get fallbackReason(): Engine['fallbackReason'] {
    return this.calculator.engine?.fallbackReason ?? null;
  }

  /** Dense terms done, 0 … steps. */
  get step(): number {
    return this.run.step;
  }

  get steps(): number {
    return this.run.steps;
  }

  get paused(): boolean {
    return this.run.paused;
  }

  get playbackRate(): number {
    return this.run.playbackRate;
  }

  set playbackRate(rate: number) {
    this.run.playbackRate = rate;
  }

  /** Start again at the end. */
  get loop(): boolean {
    return this.run.loop;
  }

  set loop(loop: boolean) {
    this.run.loop = loop;
  }

  get selection(): Selection | null {
    return this.pointing.selection;
  }

  /** The selection that stays when nothing is pointed at. */
  get pinned(): Selection | null {
    return this.pointing.pin;
  }

  /** Puts colour scales and decimals on the stages of the moment, see display.ts; null leaves them as they are. */
  set display(display: ((stages: readonly StageView[]) => readonly StageView[]) | null) {
    this.shows = display;
    this.changed();
  }

  /** A session out of sight stands still. */
  set seen(seen: boolean) {
    this.run.seen = seen;
  }

  get canUndo(): boolean {
    return this.draft.canUndo;
  }

  get canRedo(): boolean {
    return this.draft.canRedo;
  }

  /** Starts computing; answered by {@link disconnect}. */
  connect(): void {
    this.isConnected = true;
    this.calculator.connect();
  }

  /**
   * Gives the engine back; what is shown stays, so that an element that moves keeps its state. Like a video, a run that is connected
   * again at once plays on; else it stands still.
   */
  disconnect(): void {
    this.isConnected = false;
    this.calculator.disconnect();
    this.numbers.use(null, this.calculator.computation);
    queueMicrotask(() => {
      if (!this.isConnected) this.run.pause();
    });
  }

  /**
   * Changes some fields of the layer.
   * @param options gesture: changes with the same name in a row are undone at once. Default: the names of the fields, so
   *   that the drag of a slider is one entry until {@link settle}, a step or a change of another kind
   */
  setLayer(fields: Partial<LayerSpec>, { gesture }: { readonly gesture?: string } = {}): void {
    this.draft.setFields(fields, gesture ?? `layer ${Object.keys(fields).sort().join()}`);
  }

  /** Ends a gesture: a slider was let go, a number was entered. */
  settle(): void {
    this.draft.settle();
  }

  /** Another variant (undefined: the first) as it is preset, with its sample and its example weights. */
  setVariant(name: VariantName | undefined): void {
    this.pointing.clear();
    this.run.openAt(0);
    this.draft.setVariant(name);
    if (this.problems.length > 0) this.run.openAt(null);
  }

  /**
   * Opens a worked example.
   * @param options anew: nothing before it can be brought back by undoing, as where a lesson sets the stage
   */
  load(preset: Preset, { anew = false }: { readonly anew?: boolean } = {}): void {
    this.open(documentOfPreset(preset), { anew, step: preset.step ?? 0 });
  }

  /**
   * Opens a whole document, such as one that was kept or that of a link.
   * @param options step: where the run stands when the numbers have come; anew: nothing before it can be brought back by undoing
   */
  open(document: Document, { anew = false, step = 0 } = {}): void {
    this.pointing.clear();
    this.run.pause();
    this.run.openAt(step);
    this.draft.open(document, anew);
    if (this.problems.length > 0) this.run.openAt(null);
  }

  /** Back to what the variant presets. */
  reset(): void {
    this.pointing.clear();
    this.draft.setVariant(this.layer.variant);
  }

  /** Fills the input: data bring their own height, width and channels. */
  setSource(source: InputSource): void {
    this.draft.setInput(source);
  }

  /**
   * Takes another document in the middle of the work: it can be undone, and the run stays where its cells are the same.
   * @param options gesture: changes with the same name in a row are undone at once
   */
  change(document: Document, { gesture = null }: { readonly gesture?: string | null } = {}): void {
    this.draft.change(document, gesture);
  }

  /**
   * Fills the weights of a stage with a named kernel, whatever shape it takes later.
   * @param stage default: the first with a kernel of more than one tap
   * @throws RangeError for a name that no kernel has
   */
  setKernel(name: KernelId, stage?: number): void {
    this.draft.setKernel(name, stage);
  }

  /** Small random whole numbers, the same for the same seed; `source` and `weights` keep it. */
  randomise(what: 'input' | 'weights', seed: number): void {
    this.draft.randomise(what, seed);
  }

  /** Gives the weights of some stages, by default of all, back to the variant's examples. */
  resetWeights(stages?: readonly number[]): void {
    this.draft.resetWeights(stages);
  }

  /** Runs transposed stages along their inputs or their outputs. The product in hand stays in hand. */
  setWalk(walk: Walk): void {
    this.draft.setWalk(walk);
  }

  /** Takes back the last change of layer, numbers or walk; false when there is none. */
  undo(): boolean {
    return this.draft.undo();
  }

  redo(): boolean {
    return this.draft.redo();
  }

  /** Goes to a step; what is out of range is clamped. */
  seek(step: number): void {
    this.draft.settle();
    this.run.seek(step);
  }

  /** One stop of a grain forward. */
  next(grain: Grain = 'beat'): void {
    this.draft.settle();
    this.run.next(grain);
  }

  /** One stop of a grain back. */
  previous(grain: Grain = 'beat'): void {
    this.draft.settle();
    this.run.previous(grain);
  }

  /** Plays on, or from the start when at the end. A pinned cell is let go: it would be lit beside the wrong work. */
  play(): void {
    if (!this.run.paused) return;
    this.draft.settle();
    this.pointing.clear();
    this.run.play();
  }

  pause(): void {
    this.run.pause();
  }

  /** What a person does to a view: hover and focus point, a click or Enter pins, pinning again lets go. */
  intend(intent: ViewIntent): void {
    this.pointing.intend(intent);
    this.changed();
  }

  /** Lets go of what is pinned and pointed at; false when nothing was. */
  clearSelection(): boolean {
    const had = this.pointing.clear();
    if (had) this.changed();
    return had;
  }

  /** Another document: explained at once, computed if it can run. A cell that was pinned in another variant is let go. */
  private follow(before: Document): void {
    if (before.layer.variant !== this.layer.variant) this.pointing.clear();
    this.run.turnTo(this.walk);
    this.changed();
    this.calculator.recompute();
  }

  private show(computation: Computation, isNewest: boolean): void {
    this.numbers.use(this.calculator.engine, computation);
    this.run.follow(computation.plan, isNewest);
  }

  private makeMoment({ plan, stages }: Computation): Moment {
    const frame = frameAt(plan, this.step, this.walk);
    const selection = selectionIn(plan, this.selection);
    const highlight = highlightOf(plan, selection);
    const asked = this.frameAsked(plan, frame);
    return {
      plan,
      stages: this.shows?.(stages) ?? stages,
      frame,
      ...this.numbers.of(frame, asked),
      selection,
      highlight,
    };
  }

  /** Of the output cell that is asked about. */
  private frameAsked(plan: Plan, frame: Frame): Frame | null {
    const selections = [this.selection, this.pinned].map((each) => selectionIn(plan, each));
    if (selections.every((each) => each === null)) return null;
    const module = readingModule();
    if (!(module instanceof Promise)) return module.readingFrame(plan, frame, selections);
    module.then(
      () => this.changed(),
      () => undefined,
    );
    return null;
  }

  private changed(): void {
    this.shown = null;
    this.dispatchEvent(new Event('change' satisfies SessionEvent));
  }
}
