import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../../src/math/fields.js';
import type { Session } from '../../src/session/session.js';
import type { LayerField } from '../../src/variants/types.js';
import { argumentName, dialects } from '../../src/words/dialect.js';
import { isWordKey } from '../../src/words/say.js';
import type { SessionController } from '../shared/session-controller.js';

/** What a setting is called, in the words of this layer. */
export function labelOf(lab: SessionController, session: Session, field: Field<LayerField>): string {
  if (cropsOutput(session, field)) return lab.say('field.crop.label');
  return isWordKey(field.labelKey) ? lab.say(field.labelKey) : field.name;
}

/** What a setting does. */
export function helpOf(lab: SessionController, session: Session, field: Field<LayerField>): string {
  if (cropsOutput(session, field)) return lab.say('field.crop.help');
  return isWordKey(field.helpKey) ? lab.say(field.helpKey) : '';
}

export function choiceWords(lab: SessionController, name: LayerField, choice: string): string {
  const key = `choice.${name}.${choice}`;
  return isWordKey(key) ? lab.say(key) : choice;
}

/** The label and, in code, the argument that it is in the chosen framework. */
export function renderName(lab: SessionController, field: Field<LayerField>, label: string): TemplateResult {
  const code = argumentName(lab.dialect, field.name);
  const framework = dialects.find(({ id }) => id === lab.dialect)?.name ?? '';
  const told = lab.say('dialect.argument', { framework, code });
  return html`<span class="label"
    >${label}${code === '' ? nothing : html` <code aria-hidden="true" title=${told}>${code}</code>`}</span
  >`;
}

/** The padding of a transposed convolution takes cells away from its output. */
function cropsOutput({ plan, moment }: Session, { name }: Field<LayerField>): boolean {
  return name === 'padding' && (plan.stages[0] ?? moment?.plan.stages[0])?.op === 'transposed';
}
