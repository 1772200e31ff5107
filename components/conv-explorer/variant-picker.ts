import { html, type TemplateResult } from 'lit';
import type { Session } from '../../src/session/session.js';
import { isVariantName, variants } from '../../src/variants/variants.js';
import type { SessionController } from '../shared/session-controller.js';
import { renderSegments } from '../shared/segmented.js';

/** The variants side by side, in menu order; where there is no room, as a menu. A style sheet hides one of the two. */
export function renderVariantPicker(
  lab: SessionController,
  session: Session,
  choose: (name: (typeof variants)[number]['name']) => void,
): TemplateResult {
  const label = lab.say('variant.label');
  const value = session.layer.variant ?? variants[0].name;
  return html`<nav class="variants" aria-label=${label}>
    <div class="wide">
      ${renderSegments({
        name: 'variant',
        label,
        options: variants.map(({ name }) => ({ value: name, label: lab.say(`variant.short.${name}`) })),
        value,
        choose,
      })}
    </div>
    <select
      class="narrow"
      aria-label=${label}
      @change=${(event: Event) => {
        const { value: name } = event.target as HTMLSelectElement;
        if (isVariantName(name)) choose(name);
      }}
    >
      ${variants.map(
        ({ name }) =>
          html`<option value=${name} ?selected=${name === value}>${lab.say(`variant.${name}`)}</option>`,
      )}
    </select>
  </nav>`;
}
