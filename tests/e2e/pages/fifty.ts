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

/** What figures that are gone left behind. */
function leftovers(): { textures: number; holders: number; figures: number } {
  (window as { gc?: () => void }).gc?.();
  const { liveTextures, holders } = gpuStatistics();
  return { textures: liveTextures, holders, figures: mounted.filter((each) => each.deref()).length };
}

Object.assign(window, { visits: { mount, clear, leftovers } });
