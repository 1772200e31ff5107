import { html, type TemplateResult } from 'lit';
import { kernelIds, type KernelId } from '../../src/media/kernels.js';
import type { StageWeights } from '../../src/session/document.js';
import type { Session } from '../../src/session/session.js';
import { isWordKey, type WordKey } from '../../src/words/say.js';
import { seedIn } from '../shared/seed.js';
import type { SessionController } from '../shared/session-controller.js';

interface WeightsEditor {
  readonly session: Session;
  readonly lab: SessionController;
  readonly randomise: (seed: number) => void;
  readonly changed: () => void;
}

/** Named kernels for each stage, and random weights with the seed that makes them again. */
export function renderWeightsEditor(editor: WeightsEditor): TemplateResult {
  const { session, lab, randomise } = editor;
  const seed = seedOf(session);
  const stages = session.moment?.plan.stages ?? [];
  return html`${stages.map(({ index, kernel }) => {
      const name =
        stages.length > 1 ? lab.say('edit.weights.stage', { stage: index + 1 }) : lab.say('edit.kernel');
      return renderKernels(editor, index, `${name} ${kernel.join('×')}`);
    })}
    <div class="random">
      <button @click=${() => randomise(seed + 1)}>${lab.say('edit.random.weights')}</button>
      <label
        >${lab.say('edit.seed')}
        <input
          type="number"
          min="0"
          .value=${String(seed)}
          @change=${(event: Event) => randomise(seedIn(event, seed))}
        />
      </label>
    </div>`;
}

function renderKernels(
  { session, lab, changed }: WeightsEditor,
  stage: number,
  name: string,
): TemplateResult {
  const given = session.weights[stage];
  const current = given?.generator.kind === 'kernel' && !given.weights ? given.generator.name : '';
  const choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    if (value === '') session.resetWeights([stage]);
    else session.setKernel(value as KernelId, stage);
    changed();
  };
  return html`<label class="row">
    <span>${name}</span>
    <select @change=${choose}>
      <option value="" ?selected=${current === ''}>${lab.say(nameWithout(given))}</option>
      ${kernelIds.map((id) => {
        const key = `kernel.${id}`;
        return html`<option value=${id} ?selected=${id === current}>
          ${isWordKey(key) ? lab.say(key) : id}
        </option>`;
      })}
    </select>
  </label>`;
}

/** What weights that are no named kernel are: typed, random, or the variant's own. */
function nameWithout(given: StageWeights | undefined): WordKey {
  if (given?.weights) return 'edit.kernel.own';
  return given?.generator.kind === 'random' ? 'edit.kernel.random' : 'edit.kernel.example';
}

/** The seed of random weights, else 0: the first random ones have seed 1. */
function seedOf({ weights }: Session): number {
  const first = weights[0]?.generator;
  return first?.kind === 'random' ? first.seed : 0;
}
