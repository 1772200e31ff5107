import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { blocks, type Block, type BlockSettings } from '../../src/blocks/index.js';
import type { WordKey } from '../../src/words/say.js';
import { renderSegments } from '../shared/segmented.js';
import type { Surroundings } from '../shared/surroundings.js';

type Knob = Block['knobs'][number];
export type KnobValue = Knob['default'];

interface Settings {
  readonly block: Block;
  readonly settings: BlockSettings;
  readonly around: Surroundings;
  readonly choose: (id: string) => void;
  readonly turn: (name: string, value: KnobValue) => void;
}

export function blockName(id: string, say: Surroundings['say']): string {
  return say(`block.${id}` as WordKey);
}

export function knobName(name: string, say: Surroundings['say']): string {
  return say(`block.knob.${name}` as WordKey);
}

/** A number as it is, a word in the reader's language. */
export function choiceName(name: string, choice: KnobValue, say: Surroundings['say']): string {
  return typeof choice === 'number' ? `${choice}` : say(`block.knob.${name}.${choice}` as WordKey);
}

/** The menu of blocks, and the knobs of the chosen one. */
export function renderSettings({ block, settings, around, choose, turn }: Settings): TemplateResult {
  const { say } = around;
  const chosen = (event: Event): void => choose((event.target as HTMLSelectElement).value);
  return html`<div class="settings" part="settings">
    <label class="block">
      <span class="name">${say('block.choose')}</span>
      <select data-does="block" @change=${chosen}>
        ${blocks.map(({ id }) => html`<option value=${id} ?selected=${id === block.id}>${blockName(id, say)}</option>`)}
      </select>
    </label>
    ${
      block.knobs.length === 0
        ? nothing
        : keyed(
            block.id,
            html`<div class="knobs" role="group" aria-label=${say('block.knobs')}>
              ${block.knobs.map((knob) => renderKnob(knob, settings[knob.name] ?? knob.default, around, turn))}
            </div>`,
          )
    }
  </div>`;
}

function renderKnob(
  { name, choices }: Knob,
  value: KnobValue,
  { say }: Surroundings,
  turn: Settings['turn'],
): TemplateResult {
  const label = knobName(name, say);
  return html`<div class="knob" data-knob=${name}>
    <span class="name" aria-hidden="true">${label}</span>
    ${renderSegments({
      name,
      label,
      options: choices.map((choice) => ({ value: `${choice}`, label: choiceName(name, choice, say) })),
      value: `${value}`,
      choose: (text) => turn(name, choices.find((choice) => `${choice}` === text) ?? value),
    })}
  </div>`;
}
