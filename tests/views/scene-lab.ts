/**
 * A page that shows any moment: ?example=separable or ?specs=[{...}], &beat=add&share=0.5&ordinal=0&stage=0 or &step=9,
 * &turned &dark &zh &still &camera=front &select={...}
 */
import { LabelLayer } from '../../components/conv-scene/label-layer.js';
import { labelText } from '../../components/conv-scene/label-text.js';
import type { ConvSpec } from '../../src/math/types.js';
import type { Frame, Selection, Walk } from '../../src/timeline/types.js';
import type { Road } from '../../src/views/scene/choreography/choreography.js';
import type { CameraPreset } from '../../src/views/scene/panes.js';
import { SceneView } from '../../src/views/scene/scene-view.js';
import { loadLanguage, say } from '../../src/words/say.js';
import {
  addresses,
  fourTextures,
  smallIntegers,
  stepIn,
  texturesByChannel,
  texturesMixed,
  texturesSeparable,
  threeTextures,
  transposedExample,
} from './scene-moment.js';
import { boardTheme, paperTheme } from './scene-themes.js';

const query = new URLSearchParams(location.search);
const theme = query.has('dark') ? boardTheme : paperTheme;
const language = query.has('zh') ? 'zh' : 'en';
const given = query.get('specs');
const specs = given ? (JSON.parse(given) as ConvSpec[]) : [];
const examples = {
  standard: () => threeTextures(specs[0]),
  depthwise: () => texturesByChannel(specs[0]),
  pointwise: () => texturesMixed(specs[0]),
  separable: () => texturesSeparable(),
  integers: () => smallIntegers(...specs),
  addresses: () => addresses(specs[0]),
  groups: () => fourTextures(specs[0].groups ?? 1),
  transposed: () => transposedExample(specs[0]),
};
const name = (query.get('example') ?? 'integers') as keyof typeof examples;
const example = examples[name]();
const beat = query.get('beat') as Frame['beat'] | null;
const channel = query.get('channel');
const walk = (query.get('walk') ?? 'output') as Walk;
const step = beat
  ? stepIn(example.plan, beat, Number(query.get('share') ?? 0.5), {
      ordinal: Number(query.get('ordinal') ?? 0),
      stage: Number(query.get('stage') ?? 0),
      walk,
      ...(channel ? { channel: Number(channel) } : {}),
    })
  : Number(query.get('step') ?? 0);
const select = query.get('select');
const selection: Selection | null = select
  ? { stage: 0, pinned: false, ...(JSON.parse(select) as Pick<Selection, 'tensor' | 'index'>) }
  : null;

const stage = document.querySelector<HTMLElement>('#stage')!;
const canvas = document.querySelector('canvas')!;
stage.style.background = theme.background;
stage.style.setProperty('--muted', theme.muted);
stage.style.setProperty('--ink', theme.ink);
const layer = new LabelLayer(document.querySelector<HTMLElement>('#labels')!);
await loadLanguage(language);

const made = example.at(step, selection, walk);
const turned = query.has('turned');
const moment = { ...made, stages: made.stages.map((stage) => ({ ...stage, turned })) };
const view = new SceneView(canvas, {
  theme,
  reducedMotion: query.has('still'),
  adaptive: false,
  onLabels(labels) {
    layer.show(labels, (label) =>
      labelText(label, (key, parameters) => say(language, key, parameters), moment.values?.bias ?? null),
    );
    document.body.dataset['ready'] = 'true';
  },
  onIntent: (intent) => console.log(JSON.stringify(intent)),
});
const preset = query.get('camera') as CameraPreset | null;
view.resize(stage.clientWidth, stage.clientHeight, devicePixelRatio);
if (preset) view.setCamera(preset);
view.setRoad(query.get('road') as Road | null);
view.show(moment);
Object.assign(window, { view, example });
