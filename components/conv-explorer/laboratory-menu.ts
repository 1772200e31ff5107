import { nothing, type TemplateResult } from 'lit';
import type { SessionController } from '../shared/session-controller.js';
import { renderSelect } from './select.js';
import type { SitePart } from './site-parts.js';

/** Chooses a laboratory, or leads back to the layer; nothing while there is none to choose. */
export function renderLaboratoryMenu(
  lab: SessionController,
  laboratories: readonly SitePart[],
  current: SitePart | undefined,
  choose: (id: string | undefined) => void,
): TemplateResult | typeof nothing {
  if (laboratories.length === 0) return nothing;
  const none = lab.say(current ? 'laboratories.leave' : 'laboratories.label');
  return renderSelect({
    label: lab.say('laboratories.label'),
    options: [{ id: '', name: none }, ...laboratories.map(({ id, title }) => ({ id, name: lab.say(title) }))],
    value: current?.id ?? '',
    choose: (id) => choose(id === '' ? undefined : id),
  });
}
