/** The worked examples with a sentence each, to be looked through and searched. Fetched when the gallery is first opened. */
import { html, nothing, type TemplateResult } from 'lit';
import { presetGroups, presets, type Preset } from '../../src/variants/presets.js';
import { variants } from '../../src/variants/variants.js';
import { presetsEn } from '../../src/words/parts/presets.js';
import { presetAboutsEn, presetAboutsZh, type PresetId } from '../../src/words/preset-abouts.js';
import { isWordKey, say, teach, type Language } from '../../src/words/say.js';
import { presetSynonyms, variantSynonyms } from '../../src/words/synonyms.js';
import { searchFor } from '../shared/search.js';
import type { SessionController } from '../shared/session-controller.js';
export { galleryStyles } from './gallery-styles.js';

teach(presetsEn);

/** Examples of what many get wrong, in the order of the gallery; each stands in a group of its own kind too. */
const pitfalls: readonly PresetId[] = [
  'padding-same',
  'padding-symmetric',
  'six-conv',
  'dilation-2',
  'gridding',
  'checkerboard',
  'output-padding-zeros',
  'output-padding-values',
  'round-trip-up-again',
  'colour-two-biases',
  'colour-one-bias',
];

const groups: readonly { readonly id: string; readonly presets: readonly Preset[] }[] = [
  { id: 'pitfalls', presets: pitfalls.flatMap((id) => presets.filter((preset) => preset.id === id)) },
  ...presetGroups,
];

interface Gallery {
  readonly lab: SessionController;
  /** Id of the example that is shown. */
  readonly current: string | null;
  readonly query: string;
  readonly load: (preset: Preset) => void;
}

/** The examples that a query finds, in their groups. Each is a link of its own; a plain click loads it in place. */
export function renderGallery(gallery: Gallery): TemplateResult {
  const { lab, query } = gallery;
  const finds = searchFor(query);
  const seen = new Set<Preset>();
  const found = groups
    .map(({ id, presets: examples }) => {
      // Who searches is shown each example once; who browses finds a pitfall in its own group too.
      const isShown = (preset: Preset): boolean => query.trim() === '' || !seen.has(preset);
      const here = examples.filter((preset) => isShown(preset) && finds(textsOf(preset, id)));
      for (const preset of here) seen.add(preset);
      return { id, examples: here };
    })
    .filter(({ examples }) => examples.length > 0);
  const { size: count } = seen;
  return html`<p class="found" role="status">
      ${lab.say(count === 0 ? 'examples.none' : 'examples.found', { count, all: presets.length })}
    </p>
    ${found.map(
      ({ id, examples }) =>
        html`<section>
          <h3>${wordOf(lab.language, `examples.group.${id}`)}</h3>
          <ul>
            ${examples.map((preset) => renderExample(gallery, preset))}
          </ul>
        </section>`,
    )}`;
}

function renderExample({ lab, current, load }: Gallery, preset: Preset): TemplateResult {
  const { id } = preset;
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]')?.hidePopover();
    load(preset);
  };
  return html`<li>
    <a href=${`?preset=${id}`} aria-current=${id === current ? 'true' : nothing} @click=${open}
      ><span class="name">${wordOf(lab.language, `preset.${id}`)}</span>
      <span class="what">${aboutOf(lab.language, id)}</span></a
    >
  </li>`;
}

/** What an example is found by: its names, its sentence, its group and its variant, in both languages, and other names. */
function textsOf({ id, layer }: Preset, group: string): readonly string[] {
  const variant = layer.variant ?? variants[0].name;
  const keys = [`preset.${id}`, `examples.group.${group}`, `variant.${variant}`, `variant.short.${variant}`];
  return [
    ...(['en', 'zh'] as const).flatMap((language) => [
      ...keys.map((key) => wordOf(language, key)),
      aboutOf(language, id),
    ]),
    variantSynonyms[variant],
    presetSynonyms[id] ?? '',
  ];
}

function wordOf(language: Language, key: string): string {
  return isWordKey(key) ? say(language, key) : key;
}

function aboutOf(language: Language, id: string): string {
  const abouts: Readonly<Record<string, string>> = language === 'zh' ? presetAboutsZh : presetAboutsEn;
  return abouts[id] ?? '';
}
