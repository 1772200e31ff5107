import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { NetworkRow } from '../../src/networks/index.js';
import { openingOf, type OpenedLayer } from '../../src/views/networks/opening.js';
import { formatCount } from '../../src/words/numbers.js';
import type { Surroundings } from '../shared/surroundings.js';

interface FigureTools {
  readonly linkOf: (layer: OpenedLayer) => string;
}

/** The figure of a row's layer; it is fetched when it is first opened. */
export class LayerFigure {
  private readonly host: ReactiveControllerHost;
  private isOpen = false;
  private tools: FigureTools | null = null;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
  }

  private async toggle(): Promise<void> {
    this.isOpen = !this.isOpen;
    this.host.requestUpdate();
    if (!this.isOpen || this.tools) return;
    const [{ writeAddress }] = await Promise.all([
      import('../../src/address/write-address.js'),
      import('../conv-figure/define.js'),
    ]);
    this.tools = { linkOf: (layer) => writeAddress({ layer }).text };
    this.host.requestUpdate();
  }

  render(row: NetworkRow, { say, lab, theme }: Surroundings): TemplateResult | typeof nothing {
    const opening = openingOf(row);
    if (!opening) return nothing;
    const { tools, isOpen } = this;
    const { layer, reduced } = opening;
    return html`<div class="figure">
      <div class="tools">
        <button
          class="primary"
          data-does="open"
          aria-expanded=${isOpen ? 'true' : 'false'}
          @click=${() => this.toggle()}
        >
          ${say(isOpen ? 'network.close' : 'network.open')}
        </button>
        ${lab && isOpen && tools ? html`<a href=${`#${tools.linkOf(layer)}`}>${say('network.open.page')}</a>` : nothing}
      </div>
      ${
        isOpen
          ? html`<p class="note">
                ${reduced ? reducedSentence(row, layer, say) : say('network.whole', { shown: shapeText(layer.input) })}
              </p>
              ${keyed(JSON.stringify(layer), renderFigure(layer, theme?.dark ? 'board' : 'paper'))}`
          : nothing
      }
    </div>`;
  }
}

function reducedSentence({ stages }: NetworkRow, layer: OpenedLayer, say: Surroundings['say']): string {
  const whole = stages[stages.length - 1].filters;
  return say('network.reduced', {
    shown: shapeText(layer.input),
    shownFilters: formatCount(layer.filters ?? layer.input?.at(-1) ?? whole),
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
