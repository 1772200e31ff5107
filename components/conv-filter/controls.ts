/** Where the picture and the kernel come from, and what is done with them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Activation, Tensor } from '../../src/math/types.js';
import { kernelIds } from '../../src/media/kernels.js';
import type { StageView } from '../../src/timeline/types.js';
import type { FilterSettings } from '../../src/views/filter/task.js';
import type { Say } from '../../src/views/say.js';
import { isWordKey } from '../../src/words/say.js';
import type { KernelSource } from '../shared/kernel-source.js';
import { renderNumberSlider } from '../shared/number-slider.js';
import { renderSegments } from '../shared/segmented.js';
import { renderKernelGrid, renderNumberField } from './kernel-grid.js';
import { sampleNames } from './pictures.js';

/** What a person may change. */
export interface Choice {
  readonly sample?: string;
  readonly kernel?: KernelSource;
  readonly size?: number;
  readonly values?: string;
  readonly channel?: number;
  readonly filter?: number;
  readonly stride?: number;
  readonly dilation?: number;
  readonly padding?: 'valid' | 'same';
  readonly bias?: number;
  readonly activation?: Activation;
  readonly colour?: boolean;
  readonly scale?: 'auto' | 'signed' | 'picture';
  readonly layout?: 'wipe' | 'beside';
  readonly shown?: number;
}

export interface Controls {
  readonly say: Say;
  readonly sample: string;
  /** What is filtered, where it is no sample. */
  readonly given: 'sample' | 'file' | 'frame';
  readonly cameraOn: boolean;
  readonly source: KernelSource;
  readonly size: number;
  readonly kernel: Tensor;
  readonly layer: StageView | null;
  readonly channel: number;
  readonly filter: number;
  readonly settings: FilterSettings;
  readonly choose: (change: Choice) => void;
  readonly openFile: () => void;
  readonly toggleCamera: () => void;
}

const sizes = ['3', '5', '7'] as const;
export const activations: readonly Activation[] = ['none', 'relu', 'relu6', 'h-swish'];

export function renderControls(controls: Controls): TemplateResult {
  return html`<div class="controls" part="controls">
    ${renderPicture(controls)} ${renderKernel(controls)} ${renderSettings(controls)}
  </div>`;
}

const valueOf = (event: Event): string => (event.target as HTMLSelectElement).value;

function renderPicture({
  say,
  sample,
  given,
  cameraOn,
  choose,
  openFile,
  toggleCamera,
}: Controls): TemplateResult {
  const other = given === 'sample' ? '' : say(`filter.given.${given}`);
  return html`<div class="group">
    <label class="field"
      >${say('filter.source')}
      <select @change=${(event: Event) => choose({ sample: valueOf(event) })}>
        ${other ? html`<option value="" .selected=${true}>${other}</option>` : nothing}
        ${sampleNames.map((id) => {
          const key = `sample.${id}`;
          const isChosen = other === '' && id === sample;
          return html`<option value=${id} .selected=${isChosen}>${isWordKey(key) ? say(key) : id}</option>`;
        })}
      </select></label
    >
    <div class="buttons">
      <button @click=${openFile}>${say('filter.open-file')}</button>
      <button aria-pressed=${cameraOn} @click=${toggleCamera}>
        ${say(cameraOn ? 'filter.freeze' : 'camera.open')}
      </button>
    </div>
    <p class="small">${say('filter.source.help')}</p>
  </div>`;
}

function renderKernel({
  say,
  source,
  size,
  kernel,
  layer,
  channel,
  filter,
  choose,
}: Controls): TemplateResult {
  const sources: readonly (readonly [KernelSource, string])[] = [
    ...kernelIds.map((id) => [id, say(`kernel.${id}`)] as const),
    ...(layer ? [['layer', say('filter.kernel.layer')] as const] : []),
    ...(source === 'own' ? [['own', say('edit.kernel.own')] as const] : []),
  ];
  return html`<div class="group">
    <label class="field"
      >${say('field.kernel.label')}
      <select @change=${(event: Event) => choose({ kernel: valueOf(event) as KernelSource })}>
        ${sources.map(([id, name]) => html`<option value=${id} .selected=${id === source}>${name}</option>`)}
      </select></label
    >
    ${source === 'layer' && layer ? renderPlace(layer, { say, channel, filter, choose }) : nothing}
    ${
      source === 'layer'
        ? nothing
        : renderSegments({
            name: 'size',
            label: say('filter.size'),
            options: sizes.map((value) => ({ value, label: `${value} × ${value}` })),
            value: String(size),
            choose: (value) => choose({ size: Number(value) }),
          })
    }
    ${renderKernelGrid(kernel, { say, edit: (values) => choose({ kernel: 'own', values }) })}
  </div>`;
}

function renderPlace(
  { weights }: StageView,
  { say, channel, filter, choose }: Pick<Controls, 'say' | 'channel' | 'filter' | 'choose'>,
): TemplateResult {
  const [, , channels, filters] = weights.shape;
  return html`${renderNumberSlider({
    label: say('filter.filter'),
    value: Math.min(filter, filters - 1) + 1,
    minimum: 1,
    maximum: filters,
    set: (value) => choose({ filter: value - 1 }),
  })}
  ${renderNumberSlider({
    label: say('filter.channel'),
    value: Math.min(channel, channels - 1) + 1,
    minimum: 1,
    maximum: channels,
    set: (value) => choose({ channel: value - 1 }),
  })}`;
}

function renderSettings({ say, settings, choose }: Controls): TemplateResult {
  const { stride, dilation, padding, bias, activation } = settings;
  return html`<div class="group pairs">
    <div class="field wide">
      <span aria-hidden="true">${say('field.padding.label')}</span>
      ${renderSegments({
        name: 'padding',
        label: say('field.padding.label'),
        options: (['same', 'valid'] as const).map((value) => ({
          value,
          label: say(`filter.padding.${value}`),
        })),
        value: padding,
        choose: (value) => choose({ padding: value }),
      })}
    </div>
    ${renderNumberSlider({
      label: say('field.stride.label'),
      value: stride,
      minimum: 1,
      maximum: 8,
      set: (value) => choose({ stride: value }),
    })}
    ${renderNumberSlider({
      label: say('field.dilation.label'),
      value: dilation,
      minimum: 1,
      maximum: 16,
      set: (value) => choose({ dilation: value }),
    })}
    <div class="field">
      <span aria-hidden="true">${say('field.bias.label')}</span>
      ${renderNumberField(bias, say('field.bias.label'), (value) => choose({ bias: value }))}
    </div>
    <label class="field"
      >${say('field.activation.label')}
      <select @change=${(event: Event) => choose({ activation: valueOf(event) as Activation })}>
        ${activations.map(
          (id) =>
            html`<option value=${id} .selected=${id === activation}>
              ${say(`choice.activation.${id}`)}
            </option>`,
        )}
      </select></label
    >
  </div>`;
}
