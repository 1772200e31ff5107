/** Many figures on one page: what they cost when all is drawn. */
import { countCalls, type CallCounts } from './count-calls.js';

export interface FiguresPage {
  /**
   * Shows so many figures, waits until they rest, then watches.
   *
   * @param watched milliseconds
   * @returns contexts since the page was opened; frames and GL calls while it was watched
   */
  measure(count: number, watched: number): Promise<CallCounts>;
  /** Scrolls from the first figure to the last, which draws each as it comes into sight. @returns milliseconds of every frame */
  scroll(): Promise<number[]>;
}

declare global {
  interface Window {
    figuresPage: FiguresPage;
  }
}

const counts = countCalls();
const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Milliseconds: without a call for so long, the page rests; after so long it never will. */
const rest = { still: 1500, patience: 120_000 };
/** CSS pixels from frame to frame: as a wheel that is turned briskly. */
const scrolledPerFrame = 60;

window.figuresPage = {
  async measure(count, watched) {
    await import('../../../components/conv-figure/define.js');
    const figures = Array.from({ length: count }, () => document.createElement('conv-figure'));
    document.body.append(...figures);
    const end = performance.now() + rest.patience;
    while (figures.some(({ steps }) => steps === 0) && performance.now() < end) await pause(100);
    await untilStill(end);
    const before = { ...counts };
    await pause(watched);
    return {
      contexts: counts.contexts,
      frames: counts.frames - before.frames,
      glCalls: counts.glCalls - before.glCalls,
    };
  },
  async scroll() {
    const { scrollingElement } = document;
    const frames: number[] = [];
    let last = await nextFrame();
    for (let before = -1; before !== scrollingElement!.scrollTop;) {
      before = scrollingElement!.scrollTop;
      window.scrollBy({ top: scrolledPerFrame, behavior: 'instant' });
      const now = await nextFrame();
      frames.push(now - last);
      last = now;
    }
    return frames;
  },
};

async function untilStill(end: number): Promise<void> {
  for (;;) {
    const { frames, glCalls } = counts;
    await pause(rest.still);
    if ((counts.frames === frames && counts.glCalls === glCalls) || performance.now() > end) return;
  }
}
