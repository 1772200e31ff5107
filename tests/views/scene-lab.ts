/** A page that shows any moment of any spec: ?spec={...}&beat=add&share=0.5&ordinal=0&dark&camera=front */
import type { ConvSpec } from '../../src/math/types.js';
import type { Frame, Selection } from '../../src/timeline/types.js';
import type { SceneLabel } from '../../src/views/scene/labels.js';
import type { CameraPreset } from '../../src/views/scene/panes.js';
import { SceneView } from '../../src/views/scene/scene-view.js';
import { boardTheme, paperTheme } from './scene-themes.js';
import { smallIntegers, stepIn, threeTextures } from './scene-moment.js';

const query = new URLSearchParams(location.search);
const theme = query.has('dark') ? boardTheme : paperTheme;
const given = query.get('spec');
const spec = given ? (JSON.parse(given) as ConvSpec) : {};
const example = spec.input ? smallIntegers(spec) : threeTextures(spec);
const beat = query.get('beat') as Frame['beat'] | null;
const channel = query.get('channel');
const step = beat
  ? stepIn(
      example.plan,
      beat,
      Number(query.get('share') ?? 0.5),
      Number(query.get('ordinal') ?? 0),
      channel ? Number(channel) : undefined,
    )
  : Number(query.get('step') ?? 0);
const select = query.get('select');
const selection: Selection | null = select
  ? { stage: 0, pinned: false, ...(JSON.parse(select) as Pick<Selection, 'tensor' | 'index'>) }
  : null;

const stage = document.querySelector<HTMLElement>('#stage')!;
const canvas = document.querySelector('canvas')!;
stage.style.background = theme.background;
const spans = new Map<string, HTMLSpanElement>();
const words: Record<string, (p: Readonly<Record<string, number>>) => string> = {
  input: (p) => `Input ${p.height}×${p.width}×${p.channels}`,
  output: (p) => `Output ${p.height}×${p.width}×${p.channels}`,
  window: () => 'Window',
  slice: (p) => `Filter ${p.filter}`,
  products: () => 'Products',
  partial: () => 'Partial',
  sum: () => 'Sum',
  filter: (p) => `filter ${p.filter}`,
  filtersShown: (p) => `${p.shown} of ${p.filters}`,
  channel: (p) => `ch ${p.channel}`,
  moreChannels: (p) => `${p.count} more`,
  bias: () => 'bias',
};

function place(labels: readonly SceneLabel[]): void {
  const old = new Set(spans.keys());
  for (const label of labels) {
    let span = spans.get(label.id);
    if (!span) {
      span = document.createElement('span');
      span.className = 'label';
      stage.append(span);
      spans.set(label.id, span);
    }
    old.delete(label.id);
    const shift = {
      above: '-50%, -100%',
      over: '0, -100%',
      below: '-50%, 0',
      left: '-100%, -50%',
      right: '0, -50%',
    }[label.anchor];
    span.textContent = words[label.key](label.parameters);
    span.style.cssText = `left:${label.x}px;top:${label.y}px;transform:translate(${shift});color:${label.active ? theme.ink : theme.muted};font-weight:${label.active ? 600 : 400}`;
  }
  for (const id of old) {
    spans.get(id)!.remove();
    spans.delete(id);
  }
}

const view = new SceneView(canvas, {
  theme,
  reducedMotion: query.has('still'),
  onLabels: place,
  onIntent: (intent) => console.log(JSON.stringify(intent)),
});
const preset = query.get('camera') as CameraPreset | null;
view.resize(stage.clientWidth, stage.clientHeight, devicePixelRatio);
if (preset) view.setCamera(preset);
view.show(example.at(step, selection));
Object.assign(window, { view, example });
