import type { TensorRole, ViewIntent } from '../../src/timeline/types.js';

/** A person points at a cell, pins it or lets go. Bubbles and crosses shadow roots. */
export class ConvIntentEvent extends Event {
  static readonly type = 'conv-intent';
  readonly intent: ViewIntent;

  constructor(intent: ViewIntent) {
    super(ConvIntentEvent.type, { bubbles: true, composed: true });
    this.intent = intent;
  }
}

/** The run stands at another step. */
export class ConvStepEvent extends Event {
  static readonly type = 'conv-step';
  /** Dense terms done. */
  readonly step: number;
  readonly steps: number;

  constructor(step: number, steps: number) {
    super(ConvStepEvent.type, { bubbles: true, composed: true });
    this.step = step;
    this.steps = steps;
  }
}

/** A number that a person gave a cell. */
export interface CellEdit {
  readonly stage: number;
  readonly tensor: Exclude<TensorRole, 'output'>;
  /** As in a selection: Index4, WeightIndex or [filter]. */
  readonly index: readonly number[];
  readonly value: number;
}

/** A person gave a cell of the input, a weight or a bias another number. */
export class ConvEditEvent extends Event {
  static readonly type = 'conv-edit';
  readonly edit: CellEdit;

  constructor(edit: CellEdit) {
    super(ConvEditEvent.type, { bubbles: true, composed: true });
    this.edit = edit;
  }
}

/** A person changed a setting of the layer. */
export class ConvLayerEvent extends Event {
  static readonly type = 'conv-layer';

  constructor() {
    super(ConvLayerEvent.type, { bubbles: true, composed: true });
  }
}

/** A window of a picture was made the lab's layer: its numbers, its kernel. */
export class ConvOpenWindowEvent extends Event {
  static readonly type = 'conv-open-window';

  constructor() {
    super(ConvOpenWindowEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'conv-intent': ConvIntentEvent;
    'conv-step': ConvStepEvent;
    'conv-edit': ConvEditEvent;
    'conv-layer': ConvLayerEvent;
    'conv-open-window': ConvOpenWindowEvent;
  }
}
