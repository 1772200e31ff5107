import { html, nothing, type TemplateResult } from 'lit';
import { writeSettings } from '../../src/address/settings-text.js';
import { writeReport } from '../../src/speed/report-text.js';
import type { Report } from '../../src/speed/types.js';
import type { Say } from '../../src/views/say.js';
import { comparisonOf } from '../../src/speed/comparison.js';
import { ceilingSentences, headline, warnings } from '../../src/views/speed/sentence.js';
import { speedCsv, speedMarkdown, speedTable } from '../../src/views/speed/table.js';

export const takeAways = ['csv', 'markdown', 'link'] as const;
export type TakeAway = (typeof takeAways)[number];

export interface TakeAwayBar {
  readonly say: Say;
  readonly device: string;
  /** What is in the field, and whether it is on the clipboard too. */
  readonly told: { readonly kind: TakeAway; readonly text: string; readonly isCopied: boolean } | null;
  /** Gives the device another name; null for the results of a link. */
  readonly name: ((device: string) => void) | null;
  readonly copy: (kind: TakeAway) => void;
}

/** @param page address of the site that a link leads to */
export function takeAwayText(
  kind: TakeAway,
  {
    report,
    there,
    way,
    page,
  }: { readonly report: Report; readonly there: Report | null; readonly way: number; readonly page: string },
  say: Say,
): string {
  if (kind === 'link') return linkTo(report, page);
  const table = speedTable(report, there, say);
  if (kind === 'csv') return speedCsv(table);
  const comparison = comparisonOf(report, way);
  const title = comparison ? headline(comparison, say) : say(`speed.set.${report.set.id}`);
  return speedMarkdown(
    table,
    `**${title}** ${say(`speed.way.${report.ways[way]}`)}. ${report.device}`.trim(),
    [
      ...warnings(report, say),
      ...ceilingSentences(report, say),
      say('speed.table.caption', { rounds: report.rounds }),
    ],
  );
}

/** The page without what its own address says, with the laboratory and the results. @param page may be told from this document on */
function linkTo(report: Report, page: string): string {
  const address = new URL(page, document.baseURI);
  address.search = '';
  address.hash = `lab=speed&set=${writeSettings({ results: writeReport(report) })}`;
  return address.href;
}

export function renderTakeAway({ say, device, told, name, copy }: TakeAwayBar): TemplateResult {
  const message = told ? say(told.isCopied ? 'speed.copied' : 'speed.select') : '';
  return html`<section class="take" part="copy">
    <h3>${say('speed.copy')}</h3>
    <div class="buttons">
      ${takeAways.map((kind) => html`<button @click=${() => copy(kind)}>${say(`speed.copy.${kind}`)}</button>`)}
      ${name ? renderName(say, device, name) : nothing}
    </div>
    <textarea
      class=${told ? '' : 'visually-hidden'}
      readonly
      rows="4"
      spellcheck="false"
      tabindex=${told ? '0' : '-1'}
      aria-label=${say('speed.copy.text')}
      .value=${told?.text ?? ''}
    ></textarea>
    <p class="told" role="status">${message}</p>
  </section>`;
}

function renderName(say: Say, device: string, name: (device: string) => void): TemplateResult {
  return html`<label class="device"
    ><span>${say('speed.device')}</span>
    <input
      type="text"
      maxlength="80"
      placeholder=${say('speed.device.placeholder')}
      .value=${device}
      @change=${(event: Event) => name((event.target as HTMLInputElement).value)}
  /></label>`;
}
