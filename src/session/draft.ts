import type { Plan } from '../math/types.js';
import { isKernelId, type KernelId } from '../media/kernels.js';
import type { Walk } from '../timeline/types.js';
import { plan as planLayer } from '../variants/plan-layer.js';
import type { LayerSpec, VariantName } from '../variants/types.js';
import type { Task } from './compute.js';
import {
  documentOf,
  withFields,
  withInput,
  withStageWeights,
  type Document,
  type InputSource,
  type StageWeights,
} from './document.js';
import { affordable } from './affordable.js';
import { History } from './history.js';
import { inputOf, turns, weightsOf } from './source.js';

export interface DraftEvents {
  /** Has anybody seen a picture yet? What was set before is what the page presets, and cannot be undone. */
  isShown(): boolean;
  /** The document is another one. */
  changed(before: Document): void;
}

/** What is asked for, legal or not, with its history, which leads back to what could run. */
export class Draft {
  private readonly events: DraftEvents;
  private readonly history = new History(
    documentOf(),
    ({ layer }) => this.planOf(layer).problems.length === 0,
  );
  private planned: { readonly layer: LayerSpec; readonly plan: Plan } | null = null;

  constructor(events: DraftEvents) {
    this.events = events;
  }

  get document(): Document {
    return this.history.current;
  }

  get plan(): Plan {
    return this.planOf(this.document.layer);
  }

  private planOf(layer: LayerSpec): Plan {
    if (this.planned?.layer !== layer) this.planned = { layer, plan: affordable(planLayer(layer)) };
    return this.planned.plan;
  }

  /** What the engine is to do; the layer must be one that can run. */
  task(): Task {
    const { plan, document } = this;
    return {
      plan,
      input: inputOf(plan, document.input),
      weights: weightsOf(plan, document),
      turned: turns(document.layer),
    };
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  setFields(fields: Partial<LayerSpec>, gesture: string): void {
    this.take(withFields(this.document, fields), gesture);
  }

  setVariant(name: VariantName | undefined): void {
    this.take(documentOf(name));
  }

  /** @param anew forgets the history */
  open(document: Document, anew: boolean): void {
    if (anew) this.move(() => this.history.begin(document));
    else this.take(document);
  }

  setInput(source: InputSource): void {
    this.take(withInput(this.document, source));
  }

  setWalk(walk: Walk): void {
    if (walk !== this.document.walk) this.take({ ...this.document, walk });
  }

  /** @param gesture changes with the same name in a row are undone at once */
  change(document: Document, gesture: string | null): void {
    this.take(document, gesture);
  }

  /** @throws RangeError for a name that no kernel has */
  setKernel(name: KernelId, stage = this.stageWithTaps()): void {
    if (!isKernelId(name)) throw new RangeError(`No kernel is called ${String(name)}.`);
    this.setWeights([stage], () => ({ generator: { kind: 'kernel', name } }));
  }

  randomise(what: 'input' | 'weights', seed: number): void {
    const whole = Number.isFinite(seed) ? Math.abs(Math.trunc(seed)) % 2 ** 32 : 0;
    if (what === 'input') this.setInput({ kind: 'sample', name: 'random', seed: whole });
    else this.setWeights(this.stageIndices(), () => ({ generator: { kind: 'random', seed: whole } }));
  }

  resetWeights(stages = this.stageIndices()): void {
    this.setWeights(stages, () => ({ generator: { kind: 'example' } }));
  }

  settle(): void {
    this.history.settle();
  }

  undo(): boolean {
    return this.move(() => this.history.undo());
  }

  redo(): boolean {
    return this.move(() => this.history.redo());
  }

  private stageIndices(): readonly number[] {
    return this.plan.stages.map(({ index }) => index);
  }

  /** The first stage with a kernel of more than one tap. */
  private stageWithTaps(): number {
    return this.plan.stages.find(({ kernel }) => kernel[0] * kernel[1] > 1)?.index ?? 0;
  }

  private setWeights(stages: readonly number[], made: () => StageWeights): void {
    this.take(withStageWeights(this.document, new Map(stages.map((stage) => [stage, made()]))));
  }

  private take(document: Document, gesture: string | null = null): void {
    this.move(() => {
      if (document === this.document) return;
      if (this.events.isShown()) this.history.record(document, gesture);
      else this.history.begin(document);
    });
  }

  private move(change: () => unknown): boolean {
    const before = this.document;
    change();
    if (this.document === before) return false;
    this.events.changed(before);
    return true;
  }
}
