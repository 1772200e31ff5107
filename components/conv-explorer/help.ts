/** What is on the page and how to work with it. Fetched when it is first asked for. */
import { html, nothing, type TemplateResult } from 'lit';
import { helpEn } from '../../src/words/parts/help.js';
import { teach, type WordKey } from '../../src/words/say.js';
import { pageKeys, stageKeys } from '../shared/keys.js';
import type { SessionController } from '../shared/session-controller.js';
export { helpStyles } from './help-styles.js';

teach(helpEn);

const parts = [
  ['views.scene', 'help.scene'],
  ['timeline.label', 'help.timeline'],
  ['formula', 'help.formula'],
  ['counts', 'help.counts'],
  ['app.settings', 'help.settings'],
  ['views.label', 'help.views'],
  ['examples.label', 'help.examples'],
] as const;
const ownNames = { formula: 'help.formula.name', counts: 'help.counts.name' } as const;
const tableKeys = [
  ['← ↑ ↓ →', 'help.table.move'],
  ['Enter', 'help.table.pin'],
  ['Esc', 'help.table.leave'],
] as const;

interface Keys {
  readonly keys: string;
  readonly words: WordKey;
}

/** The whole help: parts of the screen, pointing, where the numbers come from, and the keys by what has the focus. */
export function renderHelp(
  lab: SessionController,
  close: () => void,
  reference: string | undefined,
): TemplateResult {
  const say = lab.say.bind(lab);
  const name = (key: (typeof parts)[number][0]): string =>
    say(key === 'formula' || key === 'counts' ? ownNames[key] : key);
  const others = stageKeys.filter((each) => !pageKeys.includes(each));
  return html`<div class="help-head">
      <h2 id="help-title">${say('help.title')}</h2>
      <button autofocus @click=${close}>${say('keys.close')}</button>
    </div>
    <section>
      <h3>${say('help.screen')}</h3>
      <dl>${parts.map(([part, words]) => renderPair(name(part), say(words)))}</dl>
    </section>
    <section>
      <h3>${say('help.point')}</h3>
      <p>${say('help.point.how')}</p>
    </section>
    <section>
      <h3>${say('help.numbers')}</h3>
      <p>${say('help.numbers.where')}</p>
    </section>
    <section>
      <h3>${say('help.privacy')}</h3>
      <p>${say('help.privacy.how')}</p>
      ${reference === undefined ? nothing : html`<p><a href=${reference}>${say('help.reference')}</a></p>`}
    </section>
    <div class="keys">
      ${renderKeys(lab, 'help.keys.page', pageKeys)} ${renderKeys(lab, 'help.keys.scene', others)}
      ${renderKeys(
        lab,
        'help.keys.table',
        tableKeys.map(([keys, words]) => ({ keys, words })),
      )}
    </div>`;
}

function renderKeys(lab: SessionController, title: WordKey, keys: readonly Keys[]): TemplateResult {
  return html`<section>
    <h3>${lab.say(title)}</h3>
    <dl>${keys.map((each) => renderPair(html`<kbd>${each.keys}</kbd>`, lab.say(each.words)))}</dl>
  </section>`;
}

function renderPair(name: string | TemplateResult, words: string): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${words}</dd>
  </div>`;
}
