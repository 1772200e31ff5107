/** Figures whose node goes elsewhere in the page, or out of it. */
import { afterEach, expect, test } from 'vitest';
import '../../components/conv-figure/define.js';
import type { ConvFigure } from '../../components/conv-figure/conv-figure.js';
import { computed, mount, until } from './figures.js';

afterEach(() => {
  document.body.innerHTML = '';
});

async function figure(attributes = ''): Promise<ConvFigure> {
  const element = mount<ConvFigure>(`<conv-figure ${attributes}></conv-figure>`);
  await computed(element);
  return element;
}

test('a node that moves keeps its step and computes on', async () => {
  const element = await figure('step="100"');
  const other = document.createElement('section');
  document.body.append(other);
  other.append(element);
  await computed(element);
  expect(element.step).toBe(100);
  element.filters = 1;
  await until(() => element.steps === 243);
});

test('a run plays on while its node moves, and stands still once it is taken away', async () => {
  const element = await figure();
  element.play();
  const other = document.createElement('section');
  document.body.append(other);
  other.append(element);
  await computed(element);
  expect(element.paused).toBe(false);
  const { step } = element;
  await until(() => element.step > step, 'a step further');
  element.remove();
  await Promise.resolve();
  expect(element.paused).toBe(true);
});
