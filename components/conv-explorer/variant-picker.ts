import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../src/session/session.js';
import { isVariantName, variants } from '../../src/variants/variants.js';
import type { SessionController } from '../shared/session-controller.js';
import { renderSegments } from '../shared/segmented.js';

/**
 * The variants side by side, in menu order; where there is no room, as a menu. A style sheet hides one of the two.
 * @param session null: something else than a layer is shown
 */
export function renderVariantPicker(
  lab: SessionController,
  session: Session | null,
  choose: (name: (typeof variants)[number]['name']) => void,
): TemplateResult {
  const label = lab.say('variant.label');
  const value = session && (session.layer.variant ?? variants[0].name);
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
      ${value ? nothing : html`<option selected disabled>${label}</option>`}
      ${variants.map(
        ({ name }) =>
          html`<option value=${name} ?selected=${name === value}>${lab.say(`variant.${name}`)}</option>`,
      )}
    </select>
  </nav>`;
}
