import { edit } from '../../src/session/edit.js';
import { composeSeparable } from '../../src/math/compose.js';
import { indexAt } from '../../src/math/tensor.js';
import type { StageTensors, Tensor } from '../../src/math/types.js';
import type { InputSource } from '../../src/session/document.js';
import { largestRanges } from '../../src/session/display.js';
import type { Session } from '../../src/session/session.js';
import type { Moment, Ranges } from '../../src/timeline/types.js';
import { isSeparableForm } from '../../src/views/charts/ratio.js';
import type { VariantWord } from '../../src/views/compare/names.js';
import { LabRequestEvent } from '../shared/lab-request.js';
import type { Lab } from '../shared/lab.js';

/** More would not fit beside each other. */
export const mostLabs = 3;

/** One of the compared layers. */
export interface ComparedLab {
  readonly element: HTMLElement;
  readonly lab: Lab;
}

/**
 * The labs that are compared: listens to them, gives all of them the first one's data, and, where they should compute the
 * same, gives the standard layer the weights that the separable one beside it amounts to.
 */
export class ComparedLabs {
  private readonly changed: () => void;
  private compared: readonly ComparedLab[] = [];
  private sharing = false;
  /** The separable layer's weights that the standard one last got. */
  private followed: readonly Tensor[] = [];
  /** The first lab's weights are those of the second. */
  sameFunction = false;
  /** All labs have one colour scale. */
  oneScale = false;
  private given: Ranges | null = null;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  get all(): readonly ComparedLab[] {
    return this.compared;
  }

  get sessions(): readonly Session[] {
    return this.compared.map(({ lab }) => lab.session);
  }

  /** What every layer shows; null until all have numbers. */
  get moments(): readonly Moment[] | null {
    const moments = this.sessions.flatMap(({ moment }) => (moment ? [moment] : []));
    const waits = this.sameFunction && this.followed.length === 0;
    return moments.length < this.compared.length || moments.length === 0 || waits ? null : moments;
  }

  /** Takes up the labs of these elements, at most three. */
  use(elements: readonly HTMLElement[]): void {
    this.letGo();
    this.compared = elements.slice(0, mostLabs).flatMap((element) => {
      const lab = LabRequestEvent.ask(element);
      return lab ? [{ element, lab }] : [];
    });
    for (const { lab } of this.compared) lab.addEventListener('change', this.onChange);
    this.onChange();
  }

  letGo(): void {
    for (const { lab } of this.compared) lab.removeEventListener('change', this.onChange);
    this.give(null);
    this.compared = [];
    this.followed = [];
  }

  /** The weights of before a person changed them. */
  agree(): void {
    this.followed = [];
    this.follow();
  }

  /** For each role the largest range of any layer, or every lab's own again. */
  scale(): void {
    const stages = this.sessions.flatMap(({ moment }) => moment?.stages ?? []);
    this.give(this.oneScale && stages.length > 0 ? largestRanges(stages) : null);
  }

  private give(ranges: Ranges | null): void {
    if (JSON.stringify(ranges) === JSON.stringify(this.given)) return;
    this.given = ranges;
    for (const { lab } of this.compared) lab.setDisplay({ shared: ranges });
  }

  private readonly onChange = (): void => {
    this.share();
    if (this.sameFunction) this.follow();
    this.scale();
    this.changed();
  };

  /** The same data for all: those of the first lab, and their size. */
  private share(): void {
    const [first, ...others] = this.sessions;
    const size = first?.plan.stages[0]?.input.slice(1);
    if (!size || this.sharing) return;
    this.sharing = true;
    for (const session of others) {
      if (String(session.layer.input?.slice(-3)) !== String(size)) session.setLayer({ input: size });
      if (!isSameSource(session.source, first.source)) session.setSource(first.source);
    }
    this.sharing = false;
  }

  /** Once for every change of the separable layer's weights; a person may change the standard one's in between. */
  private follow(): void {
    const [standard, separable] = this.sessions;
    if (!standard?.moment || !separable?.moment) return;
    const { stages } = separable.moment;
    if (!isSeparableForm(standard.moment.plan, separable.moment.plan)) return;
    const weights = stages.map((view) => view.weights);
    if (weights.every((tensor, i) => tensor === this.followed[i])) return;
    this.followed = weights;
    const composed = composeSeparable(weights[0], weights[1], stages[0].stage.input[3]);
    setWeights(standard, composed);
  }
}

function isSameSource(one: InputSource, other: InputSource): boolean {
  if (one.kind === 'data' || other.kind === 'data') return one === other;
  return one.name === other.name && one.seed === other.seed;
}

function setWeights(session: Session, { shape, data }: StageTensors['weights']): void {
  edit(
    session,
    Array.from(data, (value, place) => ({
      stage: 0,
      tensor: 'weights' as const,
      index: indexAt(shape, place),
      value,
    })),
  );
}

/** Name of a lab's variant that has a short word. */
export function variantWordOf({ lab }: ComparedLab): VariantWord {
  return lab.session.layer.variant ?? 'standard';
}
