import { nothing, type TemplateResult } from 'lit';
import type { SessionController } from '../shared/session-controller.js';
import { renderSelect } from './select.js';
import type { LaboratoryName } from '../../src/address/page-state.js';
import type { SitePart } from './site-parts.js';

/** Chooses a laboratory, or leads back to the layer; nothing while there is none to choose. */
export function renderLaboratoryMenu(
  lab: SessionController,
  laboratories: readonly SitePart<LaboratoryName>[],
  current: SitePart | undefined,
  choose: (id: LaboratoryName | undefined) => void,
): TemplateResult | typeof nothing {
  if (laboratories.length === 0) return nothing;
  const none = lab.say(current ? 'laboratories.leave' : 'laboratories.label');
  return renderSelect<LaboratoryName | ''>({
    label: lab.say('laboratories.label'),
    options: [{ id: '', name: none }, ...laboratories.map(({ id, title }) => ({ id, name: lab.say(title) }))],
    value: laboratories.find(({ id }) => id === current?.id)?.id ?? '',
    choose: (id) => choose(id === '' ? undefined : id),
  });
}
