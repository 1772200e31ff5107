import { html, nothing, type TemplateResult } from 'lit';
import { readSettings } from '../../src/address/settings-text.js';
import { readReport } from '../../src/speed/report-text.js';
import type { Report } from '../../src/speed/types.js';
import type { Say } from '../../src/views/say.js';
import { renderNotice } from '../shared/status.js';

/** Results that a person has pasted, to lay them over those that are shown. */
export interface Pasted {
  readonly text: string;
  /** Null for what is no link of ours. */
  readonly report: Report | null;
}

/** The results of a link, whatever page it leads to, or the bare text of results. Total; null where nothing was pasted. */
export function pastedIn(given: string): Pasted | null {
  const text = given.trim();
  if (text === '') return null;
  const settings = new URLSearchParams(text.split('#')[1] ?? '').get('set') ?? '';
  const results = readSettings(settings, () => undefined)?.results ?? text;
  return { text, report: readReport(results) };
}

export interface PasteBox {
  readonly say: Say;
  readonly pasted: Pasted | null;
  /** Why what was pasted is not shown; '' where it is. */
  readonly problem: string;
  readonly paste: (given: string) => void;
}

export function renderPasteBox({ say, pasted, problem, paste }: PasteBox): TemplateResult {
  return html`<section class="paste" part="paste">
    <label
      ><span>${say('speed.paste')}</span>
      <input
        type="text"
        inputmode="url"
        spellcheck="false"
        autocomplete="off"
        placeholder=${say('speed.paste.placeholder')}
        aria-invalid=${problem !== ''}
        .value=${pasted?.text ?? ''}
        @change=${(event: Event) => paste((event.target as HTMLInputElement).value)}
    /></label>
    ${problem === '' ? nothing : renderNotice(problem)}
  </section>`;
}
