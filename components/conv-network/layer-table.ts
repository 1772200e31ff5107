import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import {
  columns,
  nextSorting,
  numberColumns,
  shownLines,
  tableLines,
  toCsv,
  toMarkdown,
  type Column,
  type Precision,
  type Sorting,
  type TableLine,
} from '../../src/views/networks/table.js';
import { groupOf } from '../../src/views/networks/groups.js';
import { isRemarkable, noteFinder } from '../../src/views/networks/notes.js';
import type { UnderstoodNetwork } from '../../src/views/networks/understood.js';
import { listWindow, scrolledTo } from '../../src/views/networks/window.js';
import { formatCount } from '../../src/words/numbers.js';
import type { Language } from '../../src/words/say.js';
import { renderSegments } from '../shared/segmented.js';
import type { Surroundings } from '../shared/surroundings.js';

interface TableOptions {
  readonly network: UnderstoodNetwork;
  /** As the reader calls it. */
  readonly name: string;
  /** Name of the chosen row. */
  readonly chosen: string | null;
  readonly around: Surroundings;
  readonly choose: (name: string) => void;
}

/** What the last wish to copy came to; the text is shown where the page may not copy. */
type Copied = { readonly text: string | null } | null;

/** The rows of a network: sorted, filtered and copied; only those in sight are on the page. */
export class LayerTable implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly scroller = createRef<HTMLElement>();
  private filter = '';
  private sorting: Sorting | null = null;
  private precision: Precision = 'float32';
  private copied: Copied = null;
  /** Pixels: above what is seen, of what is seen, and of one line. */
  private scrolled = 0;
  private seen = 480;
  private line = 36;
  private made: {
    network: UnderstoodNetwork;
    precision: Precision;
    language: Language;
    lines: readonly TableLine[];
  } | null = null;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const scroller = this.scroller.value;
    const row = scroller?.querySelector('tbody tr[data-row]');
    if (!scroller || !row) return;
    const [seen, line] = [scroller.clientHeight, row.getBoundingClientRect().height];
    if (seen === 0 || line === 0 || (seen === this.seen && line === this.line)) return;
    [this.seen, this.line] = [seen, line];
    requestAnimationFrame(() => this.host.requestUpdate());
  }

  /** Brings a row into sight, when it was chosen elsewhere. */
  reveal(name: string, { network, around }: Pick<TableOptions, 'network' | 'around'>): void {
    const place = this.shown(network, around).findIndex(({ row }) => row.name === name);
    if (place >= 0) this.scrollTo(place);
  }

  private scrollTo(place: number): void {
    const scroller = this.scroller.value;
    if (!scroller) return;
    // The head stands over the first lines.
    const head = scroller.querySelector('thead')?.clientHeight ?? 0;
    scroller.scrollTop = scrolledTo(place, this.line, scroller.scrollTop, scroller.clientHeight - head);
  }

  private shown(network: UnderstoodNetwork, { say, language }: Surroundings): readonly TableLine[] {
    const { precision, made } = this;
    const fresh = made?.network === network && made.precision === precision && made.language === language;
    const lines = fresh ? made.lines : tableLines(network.rows, network.fields, precision, say);
    this.made = { network, precision, language, lines };
    return shownLines(lines, this.filter, this.sorting);
  }

  private set(change: () => void): void {
    change();
    this.host.requestUpdate();
  }

  private async copy(text: string): Promise<void> {
    let written = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // No clipboard on plain http, nor where a frame forbids it.
      written = false;
    }
    this.set(() => (this.copied = { text: written ? null : text }));
  }

  private press(event: KeyboardEvent, lines: readonly TableLine[], { chosen, choose }: TableOptions): void {
    if (event.altKey || event.metaKey || event.ctrlKey || event.shiftKey || lines.length === 0) return;
    const place = lines.findIndex(({ row }) => row.name === chosen);
    const places: Readonly<Record<string, number>> = {
      ArrowUp: Math.max(place - 1, 0),
      ArrowDown: Math.min(place + 1, lines.length - 1),
      Home: 0,
      End: lines.length - 1,
    };
    if (!Object.hasOwn(places, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const next = places[event.key];
    choose(lines[next].row.name);
    this.scrollTo(next);
  }

  render(options: TableOptions): TemplateResult {
    const { network, name, around } = options;
    const { say } = around;
    const lines = this.shown(network, around);
    const { start, end, before, behind } = listWindow(lines.length, this.line, this.scrolled, this.seen);
    const label = say('network.table', { network: name });
    const notesAt = noteFinder(network.rows);
    const isNoted = (index: number): boolean => notesAt(index).some(isRemarkable);
    return html`<section class="table" part="table">
      ${this.renderTools(lines, network, around)}
      <div
        class="scroll lines"
        tabindex="0"
        role="region"
        aria-label=${label}
        aria-description=${say('network.keys')}
        ${ref(this.scroller)}
        @scroll=${(event: Event) => this.set(() => (this.scrolled = (event.target as HTMLElement).scrollTop))}
        @keydown=${(event: KeyboardEvent) => this.press(event, lines, options)}
      >
        <table aria-rowcount=${lines.length + 1}>
          <caption class="visually-hidden">
            ${label}
          </caption>
          <thead>
            <tr aria-rowindex="1">
              ${columns.map((column) => this.renderHead(column, around))}
            </tr>
          </thead>
          <tbody>
            ${renderSpace(before)}
            ${lines.slice(start, end).map((line, place) => renderLine(line, start + place, isNoted(line.index), options))}
            ${renderSpace(behind)}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private renderHead(column: Column, { say }: Surroundings): TemplateResult {
    const sorted = this.sorting?.column === column ? this.sorting : null;
    const direction = sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none';
    const sort = (): void => this.set(() => (this.sorting = nextSorting(this.sorting, column)));
    return html`<th
      scope="col"
      data-column=${column}
      class=${numberColumns.has(column) ? 'number' : ''}
      aria-sort=${direction}
    >
      <button @click=${sort}>
        ${say(`network.column.${column}`)}<span aria-hidden="true"
          >${sorted ? (sorted.descending ? ' ▾' : ' ▴') : ''}</span
        >
      </button>
    </th>`;
  }

  private renderTools(
    lines: readonly TableLine[],
    { rows }: UnderstoodNetwork,
    around: Surroundings,
  ): TemplateResult {
    const { say } = around;
    const filtering = (event: Event): void =>
      this.set(() => {
        this.filter = (event.target as HTMLInputElement).value;
        if (this.scroller.value) this.scroller.value.scrollTop = 0;
      });
    return html`<div class="tools">
      <label class="filter">
        <span class="name" role="status"
          >${say('network.filter', { shown: formatCount(lines.length), all: formatCount(rows.length) })}</span
        >
        <input
          type="search"
          autocomplete="off"
          spellcheck="false"
          placeholder=${say('network.filter.example')}
          .value=${this.filter}
          @input=${filtering}
        />
      </label>
      <span class="choice"
        ><span class="name" aria-hidden="true">${say('network.precision')}</span> ${renderSegments<Precision>(
          {
            name: 'precision',
            label: say('network.precision'),
            options: [
              { value: 'float32', label: 'float32' },
              { value: 'int8', label: 'int8' },
            ],
            value: this.precision,
            choose: (precision) => this.set(() => (this.precision = precision)),
          },
        )}</span
      >
      ${this.renderCopying(lines, around)}
    </div>`;
  }

  private renderCopying(lines: readonly TableLine[], { say }: Surroundings): TemplateResult {
    const { copied } = this;
    return html`<button data-does="csv" @click=${() => this.copy(toCsv(lines, say))}>
        ${say('network.copy.csv')}
      </button>
      <button data-does="markdown" @click=${() => this.copy(toMarkdown(lines, say))}>
        ${say('network.copy.markdown')}
      </button>
      <span class="note" role="status">
        ${copied ? say(copied.text === null ? 'network.copied' : 'network.copy.refused') : ''}
      </span>
      ${
        copied?.text == null
          ? nothing
          : html`<textarea
              readonly
              rows="6"
              aria-label=${say('network.copy.text')}
              .value=${copied.text}
              ${ref((field) => (field as HTMLTextAreaElement | undefined)?.select())}
            ></textarea>`
      }`;
  }
}

/** Stands for the lines out of sight. */
function renderSpace(height: number): TemplateResult {
  return html`<tr class="space" aria-hidden="true">
    <td colspan=${columns.length} height=${height}></td>
  </tr>`;
}

function renderLine(
  { row, text }: TableLine,
  place: number,
  isNoted: boolean,
  { chosen, choose, around: { say } }: TableOptions,
): TemplateResult {
  const isChosen = row.name === chosen;
  const pick = (): void => choose(row.name);
  return html`<tr
    data-row=${row.name}
    class=${isChosen ? 'chosen' : ''}
    aria-rowindex=${place + 2}
    aria-selected=${isChosen ? 'true' : 'false'}
    @click=${pick}
  >
    ${columns.map((column) => {
      if (column === 'name') {
        return html`<th scope="row">
          <button tabindex="-1" aria-pressed=${isChosen ? 'true' : 'false'} title=${text.name}>
            ${isNoted ? html`<span class="mark" role="img" aria-label=${say('network.noted')} title=${say('network.noted')}>✱</span>` : nothing}${text.name}
          </button>
        </th>`;
      }
      const swatch =
        column === 'kind' ? html`<span class="swatch" data-group=${groupOf(row)}></span>` : nothing;
      return html`<td class=${numberColumns.has(column) ? 'number' : nothing}>${swatch}${text[column]}</td>`;
    })}
  </tr>`;
}
