import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../src/session/session.js';
import { legalOutputSizes } from '../../src/variants/output-size.js';
import type { Setting } from './setting.js';
import { askedFields, fieldsWithoutSize, numberIn, pairOf, plainest } from './values.js';

/** Sizes shown before and after the legal ones, to be seen as refused. */
const illegalBefore = 1;
const illegalAfter = 2;

/** One ruler of the legal sizes where rows and columns have the same, else one for each. */
export function renderOutputRulers(setting: Setting): TemplateResult {
  const legal = ([0, 1] as const).map((axis) => legalOutputSizes(fieldsWithoutSize(setting.session), axis));
  const isSquare = String(legal[0]) === String(legal[1]) && isSquareNow(setting.session);
  return html`${isSquare ? renderRuler(setting, legal[0], 'both') : legal.map((sizes, axis) => renderRuler(setting, sizes, axis))}`;
}

function isSquareNow(session: Session): boolean {
  const { outputSize, outputPadding } = askedFields(session);
  const [rows, columns] = pairOf(outputSize ?? outputPadding ?? 0);
  return rows === columns;
}

function renderRuler(setting: Setting, legal: readonly number[], axis: number | 'both'): TemplateResult {
  const { session, lab, describedBy } = setting;
  const smallest = legal[0] ?? 1;
  const sizes = Array.from(
    { length: legal.length + illegalBefore + illegalAfter },
    (_, place) => smallest - illegalBefore + place,
  ).filter((size) => size >= 1);
  const asked = currentSize(session, smallest, axis);
  const isRefused = describedBy !== undefined && !legal.includes(asked);
  const current = (isRefused ? shownSize(session, axis) : null) ?? asked;
  const name = lab.say(axis === 'both' ? 'ruler.both' : axis === 0 ? 'ruler.rows' : 'ruler.columns');
  const label = `${lab.say('field.outputSize.label')}, ${name}`;
  return html`<div class="ruler" role="group" aria-label=${label}>
    ${axis === 'both' ? nothing : html`<span class="name" aria-hidden="true">${name}</span>`}
    <div class="sizes">
      ${sizes.map((size) => {
        const isLegal = legal.includes(size);
        const told = isLegal
          ? lab.say('ruler.legal', { size, extra: size - smallest })
          : lab.say('ruler.illegal', { size });
        return html`<button
          class=${isLegal ? 'legal' : isRefused && size === asked ? 'illegal asked' : 'illegal'}
          aria-pressed=${size === current}
          aria-label=${told}
          title=${told}
          @click=${() => chooseSize(setting, legal, axis, size)}
        >
          ${size}
        </button>`;
      })}
      <input
        type="number"
        min="1"
        aria-label=${`${label}: ${lab.say('ruler.other')}`}
        aria-invalid=${isRefused}
        aria-describedby=${isRefused ? describedBy : ''}
        .value=${String(asked)}
        @change=${(event: Event) => chooseSize(setting, legal, axis, numberIn(event, asked))}
      />
    </div>
  </div>`;
}

/** The size as it is asked for, legal or not. */
function currentSize(session: Session, smallest: number, axis: number | 'both'): number {
  const { outputSize, outputPadding = 0 } = askedFields(session);
  const place = axis === 'both' ? 0 : axis;
  return outputSize === undefined ? smallest + pairOf(outputPadding)[place] : pairOf(outputSize)[place];
}

/** The size of the last layer that could run, which is still shown. */
function shownSize({ moment }: Session, axis: number | 'both'): number | null {
  const output = moment?.plan.stages.at(-1)?.output;
  return output ? output[axis === 1 ? 2 : 1] : null;
}

/** A legal size becomes an output padding; an illegal one is asked for as it is, so that the plan explains it. */
function chooseSize(setting: Setting, legal: readonly number[], axis: number | 'both', size: number): void {
  const { session, setFields } = setting;
  const others = ([0, 1] as const).map((each) => legalOutputSizes(fieldsWithoutSize(session), each)[0] ?? 1);
  const asked = ([0, 1] as const).map((each) => currentSize(session, others[each], each));
  const wanted = asked.map((old, each) => (axis === 'both' || axis === each ? size : old));
  const outputPadding = wanted.map((each, i) => each - others[i]);
  const isLegal = legal.includes(size) && outputPadding.every((extra) => extra >= 0);
  setFields(
    isLegal
      ? { outputPadding: plainest(outputPadding) as number, outputSize: undefined }
      : { outputSize: plainest(wanted) as number, outputPadding: undefined },
  );
}
