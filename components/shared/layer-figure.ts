import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { createRef, ref } from 'lit/directives/ref.js';
import type { NetworkRow } from '../../src/networks/index.js';
import { openingOf, type OpenedLayer, type Opening } from '../../src/views/networks/opening.js';
import { formatCount } from '../../src/words/numbers.js';
import type { Surroundings } from './surroundings.js';

interface FigureTools {
  readonly linkOf: (layer: OpenedLayer) => string;
}

/** The figure of a row's layer; it is fetched when it is first opened. */
export class LayerFigure {
  private readonly host: ReactiveControllerHost;
  private readonly place = createRef<HTMLElement>();
  private isOpen = false;
  private tools: FigureTools | null = null;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
  }

  private async toggle(): Promise<void> {
    this.isOpen = !this.isOpen;
    this.host.requestUpdate();
    if (!this.isOpen) return;
    await this.host.updateComplete;
    this.place.value?.scrollIntoView({ block: 'nearest' });
    if (this.tools) return;
    const [{ writeAddress }] = await Promise.all([
      import('../../src/address/write-address.js'),
      import('../conv-figure/define.js'),
    ]);
    this.tools = { linkOf: (layer) => writeAddress({ layer }).text };
    this.host.requestUpdate();
  }

  /** Opens and closes it; in a lab also makes the layer the lab's page. */
  renderButton(row: NetworkRow, { say, lab }: Surroundings): TemplateResult | typeof nothing {
    const opening = openingOf(row);
    if (!opening) return nothing;
    const { tools, isOpen } = this;
    return html`<div class="tools">
      <button
        class="primary"
        data-does="open"
        aria-expanded=${isOpen ? 'true' : 'false'}
        @click=${() => this.toggle()}
      >
        ${say(isOpen ? 'network.close' : 'network.open')}
      </button>
      ${lab && isOpen && tools ? html`<a href=${`#${tools.linkOf(opening.layer)}`}>${say('network.open.page')}</a>` : nothing}
    </div>`;
  }

  render(row: NetworkRow, { say, theme }: Surroundings): TemplateResult | typeof nothing {
    const opening = this.isOpen ? openingOf(row) : null;
    if (!opening) return nothing;
    const { layer, reduced } = opening;
    const sentence = reduced
      ? reducedSentence(row, opening, say)
      : say('network.whole', { shown: shapeText(layer.input) });
    return html`<section class="figure" part="figure" aria-label=${row.name} ${ref(this.place)}>
      <h3>${row.name}</h3>
      <p class="note">${sentence}</p>
      ${keyed(JSON.stringify(layer), renderFigure(layer, theme?.dark ? 'board' : 'paper'))}
    </section>`;
  }
}

function reducedSentence(
  { stages }: NetworkRow,
  { layer, filters }: Opening,
  say: Surroundings['say'],
): string {
  const whole = stages[stages.length - 1].filters;
  return say('network.reduced', {
    shown: shapeText(layer.input),
    shownFilters: formatCount(filters),
    whole: shapeText(stages[0].input.slice(1)),
    wholeFilters: formatCount(whole),
  });
}

function shapeText(shape: readonly number[] | undefined): string {
  return (shape ?? []).map(formatCount).join(' × ');
}

function renderFigure(layer: OpenedLayer, theme: string): TemplateResult {
  const { variant, input, filters, kernel, stride, dilation, padding, outputPadding, groups } = layer;
  const { multiplier, order, bias, biases, activation, activations } = layer;
  return html`<conv-figure
    theme=${theme}
    .variant=${variant}
    .input=${input}
    .filters=${filters}
    .kernel=${kernel}
    .stride=${stride}
    .dilation=${dilation}
    .padding=${padding}
    .outputPadding=${outputPadding}
    .groups=${groups}
    .multiplier=${multiplier}
    .order=${order}
    .bias=${bias}
    .biases=${biases}
    .activation=${activation}
    .activations=${activations}
  ></conv-figure>`;
}
