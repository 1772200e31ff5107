import { afterEach, describe, expect, test } from 'vitest';
import '../../components/conv-figure/define.js';
import type { ConvFigure } from '../../components/conv-figure/conv-figure.js';
import type { ConvScene } from '../../components/conv-scene/conv-scene.js';
import { computed, inside, mount, until } from './figures.js';

afterEach(() => {
  document.body.innerHTML = '';
});

async function sceneOf(attributes: string): Promise<ConvScene> {
  const figure = mount<ConvFigure>(`<conv-figure ${attributes}></conv-figure>`);
  await computed(figure);
  const scene = inside(figure, 'conv-scene') as ConvScene;
  await until(() => scene.renderRoot.querySelector('.legend') !== null, 'a legend');
  return scene;
}

const legend = (scene: ConvScene) => scene.renderRoot.querySelector('.legend')!.textContent;
const pressed = (scene: ConvScene) =>
  scene.renderRoot.querySelector('.tools [aria-pressed=true]')?.textContent.trim();

describe('the legend names the signs that the stage shows', () => {
  test.each([
    ['padding="1"', 'dashed: padding', ['cropped', 'dots', 'hatched']],
    ['input="6x6x1" stride="2"', 'hatched: never read', ['cropped', 'dots', 'dashed']],
    ['input="5x5x1" kernel="1" stride="3"', 'hatched: never read', ['dashed']],
  ])('%s', async (attributes, named, others) => {
    const said = legend(await sceneOf(attributes));
    expect(said).toContain(named);
    for (const other of others) expect(said).not.toContain(other);
  });

  test('a transposed convolution crops on one road and has zeros inserted on the other', async () => {
    const scene = await sceneOf('variant="transposed" input="2x2x1" stride="2" padding="1"');
    scene.road = 'scatter';
    await scene.updateComplete;
    expect(legend(scene)).toContain('struck out: cropped');
    expect(legend(scene)).not.toContain('padding');
    scene.road = 'gather';
    await scene.updateComplete;
    expect(legend(scene)).toContain('dots: inserted zeros');
    expect(legend(scene)).not.toContain('cropped');
  });
});

test('without a camera any more, the one that fits the size comes back', async () => {
  const scene = await sceneOf('');
  await until(() => pressed(scene) !== undefined, 'a camera');
  const fitting = pressed(scene);
  for (const letGo of [() => (scene.camera = null), () => scene.removeAttribute('camera')]) {
    scene.setAttribute('camera', 'output');
    await until(() => pressed(scene) === 'Output', 'the camera that is named');
    letGo();
    await until(() => pressed(scene) === fitting, 'the camera that fits');
  }
});

test('a picture keeps the size at which it was drawn until it is drawn anew, and is not stretched under its words', async () => {
  const scene = await sceneOf('');
  const part = (name: string) => scene.renderRoot.querySelector<HTMLElement>(name)!;
  const fits = () => part('canvas').clientHeight === part('.stage').clientHeight;
  await until(() => part('.labels').childElementCount > 0 && fits(), 'a picture');
  const before = part('canvas').clientHeight;
  scene.style.blockSize = `${scene.clientHeight + 60}px`;
  expect([part('canvas').clientHeight, fits()]).toEqual([before, false]);
  await until(fits, 'a picture of the new size');
});
