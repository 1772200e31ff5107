import { describe, expect, it } from 'vitest';
import { laboratoryNames } from '../../src/address/page-state.js';
import { panelNames } from '../../components/shared/load-panel.js';
import { elementTags } from '../../scripts/elements.mjs';
import { elementsManifest } from '../../scripts/manifest.mjs';
import { classNameOf, elementsOf, misplacedElements, undocumented, unlistedParts } from './rules/elements.js';
import type { Element } from './rules/elements.js';
import { readSource } from './sources.js';

const tags = elementTags();
const elements = elementsOf(await elementsManifest());
const sourceOf = ({ path }: Element) => readSource(path.replace(/^dist\//, '').replace(/\.js$/, '.ts')).text;

/** Not in the module for a script tag, which has a ceiling and holds no networks; the page for frames has an address of its own. */
const siteOnly = new Set(
  ['embed', 'explorer', 'network-value', ...laboratoryNames, ...panelNames].map((name) => `conv-${name}`),
);

const registeredBy = (text: string) => text.match(/(?<=components\/)conv-[\w-]+(?=\/define\.js')/g);

describe('elements', () => {
  it('are each one folder, one file, one class and one tag', () => {
    expect(misplacedElements(elements, tags)).toEqual([]);
  });

  it('leave nothing public undescribed', () => {
    expect(undocumented(elements)).toEqual([]);
  });

  it('list every part and slot of their templates', () => {
    expect(elements.flatMap((element) => unlistedParts(element, sourceOf(element)))).toEqual([]);
  });

  it('register under the tag of their folder', () => {
    const elsewhere = tags.filter(
      (tag) => !readSource(`components/${tag}/define.ts`).text.includes(`'${tag}'`),
    );
    expect(elsewhere).toEqual([]);
  });

  it('are all registered by the package, and their classes exported', () => {
    const { text } = readSource('src/index.ts');
    expect(registeredBy(text)).toEqual(tags);
    expect(text.match(/(?<=^export \{ )\w+(?= \})/gm)).toEqual(tags.map(classNameOf));
  });

  it('are registered by the one-file module, all but the site, its panels and its laboratories', () => {
    expect(registeredBy(readSource('src/cdn.ts').text)).toEqual(tags.filter((tag) => !siteOnly.has(tag)));
  });
});

describe('laboratories', () => {
  it('are loaded by the names of their tags', () => {
    expect(laboratoryNames.filter((name) => !tags.includes(`conv-${name}`))).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const sound: Element = {
    customElement: true,
    name: 'ConvThing',
    tagName: 'conv-thing',
    summary: 'A thing.',
    path: 'dist/components/conv-thing/conv-thing.js',
    members: [
      { kind: 'field', name: 'step', description: 'Counted from 0.' },
      { kind: 'method', name: 'draw', privacy: 'private' },
    ],
    cssParts: [{ name: 'base', description: 'The frame.' }],
  };

  it('name a class after its tag', () =>
    expect(classNameOf('conv-receptive-field')).toBe('ConvReceptiveField'));

  it('let a sound element pass', () => {
    expect(misplacedElements([sound], ['conv-thing'])).toEqual([]);
    expect(undocumented([sound])).toEqual([]);
    expect(unlistedParts(sound, '<div part="base"></div>')).toEqual([]);
  });

  it.each([
    { ...sound, name: 'Thing' },
    { ...sound, path: 'dist/components/thing.js' },
  ])('find an element in the wrong place: %j', (element) => {
    expect(misplacedElements([element], ['conv-thing'])).toHaveLength(1);
  });

  it('find a folder without its element', () => {
    expect(misplacedElements([sound], ['conv-other', 'conv-thing'])).toHaveLength(1);
  });

  it.each([
    { ...sound, summary: '' },
    { ...sound, members: [{ kind: 'field' as const, name: 'step' }] },
    { ...sound, attributes: [{ name: 'step' }] },
    { ...sound, events: [{ name: 'conv-step', type: { text: 'Event' } }] },
    { ...sound, slots: [{ name: '' }] },
    { ...sound, cssParts: [{ name: 'base' }] },
    { ...sound, cssProperties: [{ name: '--conv-hue' }] },
  ])('find what is not described: %j', (element) => expect(undocumented([element])).toHaveLength(1));

  it('find a part and a slot that are not listed', () => {
    const template = '<div part="base extra"></div><slot></slot><slot name="caption"></slot>';
    expect(unlistedParts(sound, template)).toHaveLength(3);
  });
});
