/** Frameworks take an attribute away where a value of theirs is undefined: then the element is as if it had never been there. */
import type { LitElement } from 'lit';
import { afterEach, expect, test } from 'vitest';
import '../../src/index.js';
import type { ConvFigure } from '../../components/conv-figure/conv-figure.js';
import { attributesOf } from '../../components/shared/attribute-text.js';
import { mount, shownText, until } from './figures.js';

afterEach(() => {
  document.body.innerHTML = '';
});

const tags = [
  ...['conv-block', 'conv-checkerboard', 'conv-compare', 'conv-factorisation', 'conv-figure', 'conv-filter'],
  ...[
    'conv-gridding',
    'conv-lesson',
    'conv-matrix',
    'conv-network',
    'conv-network-value',
    'conv-padding-table',
  ],
  ...[
    'conv-quiz',
    'conv-receptive-field',
    'conv-score',
    'conv-share',
    'conv-speed',
    'conv-step',
    'conv-value',
  ],
];

test.each(tags)('<%s> is again what it was before each of its attributes', async (tag) => {
  const element = mount<LitElement>(`<${tag}></${tag}>`);
  await element.updateComplete;
  for (const attribute of attributesOf(element)) {
    const { value } = attribute;
    element.setAttribute(attribute.name, '2');
    await element.updateComplete;
    element.removeAttribute(attribute.name);
    await element.updateComplete;
    expect(attribute.value, attribute.name).toEqual(value);
  }
});

test.each(tags)('<%s> takes no attribute for a number that says none', async (tag) => {
  const element = mount<LitElement>(`<${tag}></${tag}>`);
  await element.updateComplete;
  for (const attribute of attributesOf(element)) {
    element.setAttribute(attribute.name, 'no number');
    await element.updateComplete;
    expect(attribute.value, attribute.name).not.toBeNaN();
    element.removeAttribute(attribute.name);
  }
});

test('a run whose order nobody knows goes along the outputs', async () => {
  const element = mount<ConvFigure>('<conv-figure walk="sideways"></conv-figure>');
  await until(() => element.steps > 0, 'the first numbers');
  expect(element.walk).toBe('output');
});

test.each([
  ['values', 'values="77"', 'sample'],
  ['weights', 'weights="77"', 'example weights'],
  ['values', 'preset="sixteen-conv" values="77"', "preset's numbers"],
])('taking %s away from <conv-figure %s> brings back the %s', async (name, attributes) => {
  const plain = mount<ConvFigure>(
    `<conv-figure views="grid" ${attributes.replace(/(values|weights)="77"/, '')}></conv-figure>`,
  );
  const numbers = (element: ConvFigure) => shownText(element).match(/\b77\b/g)?.length ?? 0;
  await until(() => plain.steps > 0 && /Input/.test(shownText(plain)), 'the tables');
  const text = shownText(plain);
  const element = mount<ConvFigure>(`<conv-figure views="grid" ${attributes}></conv-figure>`);
  await until(() => numbers(element) > 8, 'the given numbers');
  element.removeAttribute(name);
  await until(() => numbers(element) === 0, 'other numbers');
  await until(() => shownText(element) === text, 'the numbers that it has by itself');
});
