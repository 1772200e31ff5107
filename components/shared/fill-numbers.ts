import type { Session } from '../../src/session/session.js';
import { plan } from '../../src/variants/plan-layer.js';
import { inputValues, valuesFault, weightsFault, weightValues } from './typed-numbers.js';

/** Attributes of an element as they were typed. */
export interface TypedNumbers {
  readonly values?: string | undefined;
  readonly weights?: string | undefined;
  readonly sample?: string | undefined;
}

/**
 * Fills the input and the first stage's weights with what somebody typed; what does not fit is left out.
 *
 * @returns what was left out, each in an English sentence for the author
 */
export function fillNumbers(session: Session, { values, weights, sample }: TypedNumbers): string[] {
  const [stage] = plan(session.layer).stages;
  if (!stage) return [];
  const input = values === undefined ? undefined : inputValues(stage, values);
  const typed = weights === undefined ? undefined : weightValues(stage, weights);
  if (input || typed) {
    const { layer, step, walk } = session;
    const numbers = { ...(input ? { input } : { sample }), ...(typed ? { weights: [typed] } : {}) };
    session.load({ id: '', layer, step, walk, ...numbers }, { anew: true });
  }
  return [
    ...(input === null && values !== undefined ? [valuesFault(values)] : []),
    ...(typed === null && weights !== undefined ? [weightsFault(weights)] : []),
  ];
}
