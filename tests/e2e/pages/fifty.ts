import '../../../components/conv-figure/define.js';
import { gpuStatistics } from '../../../src/gpu/context.js';

for (let figure = 0; figure < 50; figure += 1) document.body.append(document.createElement('conv-figure'));

const mounted: WeakRef<Element>[] = [];
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Lets figures come and go, one after the other; each has computed its layer and had time for a picture before it goes. */
async function mount(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const figure = document.createElement('conv-figure');
    mounted.push(new WeakRef(figure));
    document.body.prepend(figure);
    do await nextFrame();
    while (figure.steps === 0);
    await nextFrame();
    figure.remove();
  }
}

/** Takes every figure off the page. */
function clear(): void {
  for (const figure of document.querySelectorAll('conv-figure')) figure.remove();
}

/** Of Chromium with `--expose-gc`. Run as a task of its own, it takes nothing on a stack for a reference. */
declare const gc: (how: { type: 'major'; execution: 'async' }) => Promise<void>;

/** What figures that are gone left behind. */
async function leftovers(): Promise<{ textures: number; holders: number; figures: number }> {
  await gc({ type: 'major', execution: 'async' });
  const { liveTextures, holders } = gpuStatistics();
  return { textures: liveTextures, holders, figures: mounted.filter((each) => each.deref()).length };
}

Object.assign(window, { visits: { mount, clear, leftovers } });
