/** Figures that come and go: what they leave behind. */
import '../../../components/conv-figure/define.js';
import { gpuStatistics } from '../../../src/gpu/context.js';

export interface Leftovers {
  readonly mounts: number;
  /** Textures of our pools. */
  readonly liveTextures: number;
  /** Holders of the shared context. */
  readonly holders: number;
  /** Figures that the garbage collector could not take. */
  readonly liveFigures: number;
}

export interface MountsPage {
  /** Mounts and unmounts one figure after the other; each has computed its layer before it goes. */
  mount(count: number): Promise<void>;
  leftovers(): Promise<Leftovers>;
}

declare global {
  interface Window {
    mountsPage: MountsPage;
    /** With Chromium's flag --js-flags=--expose-gc. As a task of its own it takes nothing on a stack for a reference. */
    gc?: (how: { type: 'major'; execution: 'async' }) => Promise<void>;
  }
}

const mounted: WeakRef<object>[] = [];
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** The collector takes some objects only after finalisers ran. */
const collections = 5;

window.mountsPage = {
  async mount(count) {
    for (let i = 0; i < count; i++) await mountOnce();
  },
  async leftovers() {
    for (let i = 0; i < collections; i++) {
      await pause(200);
      await window.gc?.({ type: 'major', execution: 'async' });
    }
    const { liveTextures, holders } = gpuStatistics();
    const liveFigures = mounted.filter((reference) => reference.deref()).length;
    return { mounts: mounted.length, liveTextures, holders, liveFigures };
  },
};

async function mountOnce(): Promise<void> {
  const figure = document.createElement('conv-figure');
  mounted.push(new WeakRef(figure));
  document.body.append(figure);
  // A picture is drawn in the frame after its numbers are there.
  do await nextFrame();
  while (figure.steps === 0);
  await nextFrame();
  figure.remove();
}
