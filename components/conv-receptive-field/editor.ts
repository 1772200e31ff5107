import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../src/math/types.js';
import {
  draftOf,
  type DraftField,
  type LayerDraft,
  type LayerKind,
} from '../../src/views/receptive-field/drafts.js';
import { most } from '../../src/views/receptive-field/read-specs.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import type { Surroundings } from '../shared/surroundings.js';

const kinds: readonly LayerKind[] = ['conv', 'pool', 'transposed'];
const fields: readonly DraftField[] = ['kernel', 'stride', 'dilation', 'padding', 'outputPadding'];
/** What an empty field means; a pool's stride is its kernel. */
const defaults: Readonly<Record<DraftField, string>> = {
  kernel: '',
  stride: '1',
  dilation: '1',
  padding: '0',
  outputPadding: '0',
};

/** Which control has the focus after a change. */
export type FocusAfter = `[data-layer="${number}"] [data-does="${string}"]` | '[data-does="add"]';

interface EditorOptions {
  readonly problems: readonly Problem[];
  readonly around: Surroundings;
  readonly change: (layers: readonly LayerDraft[], focus?: FocusAfter) => void;
}

/** The stack as a list of layers to change, move, add and remove; what is wrong with a layer stands under it. */
export function renderEditor(layers: readonly LayerDraft[], options: EditorOptions): TemplateResult {
  const { around, change } = options;
  const last = layers.at(-1);
  const added = last ? { ...last, kind: 'conv' as const, outputPadding: '' } : draftOf('3');
  return html`<div class="editor" part="editor">
    <ol aria-label=${around.say('receptive-field.layers')}>
      ${layers.map((_, index) => renderLayer(layers, index, options))}
    </ol>
    <button
      class="add"
      data-does="add"
      ?disabled=${layers.length >= most.layers}
      @click=${() => change([...layers, added], place(layers.length, 'kernel'))}
    >
      + ${around.say('receptive-field.add')}
    </button>
  </div>`;
}

function place(layer: number, does: string): FocusAfter {
  return `[data-layer="${layer}"] [data-does="${does}"]`;
}

function renderLayer(layers: readonly LayerDraft[], index: number, options: EditorOptions): TemplateResult {
  const { around, change } = options;
  const draft = layers[index];
  const problems = options.problems.filter(({ stage }) => stage === index);
  const set = (fields: Partial<LayerDraft>): void =>
    change(layers.map((layer, i) => (i === index ? { ...layer, ...fields } : layer)));
  return html`<li data-layer=${index}>
    <fieldset>
      <legend>
        ${index + 1}<span class="visually-hidden"
          >: ${around.say('receptive-field.layer', { layer: index + 1 })}</span
        >
      </legend>
      <label class="kind">
        <span class="name">${around.say('receptive-field.kind')}</span>
        <select
          data-does="kind"
          @change=${(event: Event) => set({ kind: (event.target as HTMLSelectElement).value as LayerKind })}
        >
          ${kinds.map(
            (kind) =>
              html`<option value=${kind} .selected=${kind === draft.kind}>
                ${around.say(`receptive-field.kind.${kind}`)}
              </option>`,
          )}
        </select>
      </label>
      ${fields.map((field) => renderField(draft, field, { index, problems, around, set }))}
      ${renderButtons(layers, index, options)}
    </fieldset>
    ${problems.map(
      (problem) =>
        html`<p class="status" id="problem-${index}">${problemSentence(around.language, problem)}</p>`,
    )}
  </li>`;
}

interface FieldOptions {
  readonly index: number;
  readonly problems: readonly Problem[];
  readonly around: Surroundings;
  readonly set: (fields: Partial<LayerDraft>) => void;
}

function renderField(
  draft: LayerDraft,
  field: DraftField,
  { index, problems, around, set }: FieldOptions,
): TemplateResult {
  const label = around.say(field === 'dilation' ? 'receptive-field.dilation.name' : `field.${field}.label`);
  const name = html`<span class="name" aria-hidden="true">${label}</span>`;
  if (field === 'outputPadding' && draft.kind !== 'transposed')
    return html`<span class="none">${name}</span>`;
  const isWrong = problems.some((problem) => problem.field === field);
  const isPool = field === 'stride' && draft.kind === 'pool';
  return html`<label>
    ${name}
    <input
      type="text"
      autocomplete="off"
      spellcheck="false"
      data-does=${field}
      aria-label=${around.say('receptive-field.of-layer', { layer: index + 1, field: label })}
      aria-invalid=${isWrong ? 'true' : nothing}
      aria-describedby=${isWrong ? `problem-${index}` : nothing}
      title=${around.say(`field.${field}.help`)}
      placeholder=${isPool ? draft.kernel : defaults[field]}
      .value=${draft[field]}
      @change=${(event: Event) => set({ [field]: (event.target as HTMLInputElement).value })}
    />
  </label>`;
}

function renderButtons(
  layers: readonly LayerDraft[],
  index: number,
  { around, change }: EditorOptions,
): TemplateResult {
  const layer = index + 1;
  const move = (by: -1 | 1): void => {
    const moved = [...layers];
    moved.splice(index + by, 0, ...moved.splice(index, 1));
    const isAtEnd = by === -1 ? index === 1 : index === layers.length - 2;
    const does = (by === -1) === isAtEnd ? 'later' : 'earlier';
    change(moved, place(index + by, does));
  };
  const remove = (): void => {
    const left = layers.filter((_, i) => i !== index);
    const next = Math.min(index, left.length - 1);
    change(left, left.length === 0 ? '[data-does="add"]' : place(next, 'remove'));
  };
  const button = (does: string, label: string, sign: string, disabled: boolean, act: () => void) =>
    html`<button data-does=${does} aria-label=${label} title=${label} ?disabled=${disabled} @click=${act}>
      <span aria-hidden="true">${sign}</span>
    </button>`;
  return html`<span class="buttons">
    ${button('earlier', around.say('receptive-field.earlier', { layer }), '↑', index === 0, () => move(-1))}
    ${button('later', around.say('receptive-field.later', { layer }), '↓', layer === layers.length, () => move(1))}
    ${button('remove', around.say('receptive-field.remove', { layer }), '×', false, remove)}
  </span>`;
}
