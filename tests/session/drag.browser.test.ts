import { afterEach, describe, expect, test } from 'vitest';
import { Session } from '../../src/session/session.js';
import { settled } from '../../src/session/settled.js';
import type { LayerFields } from '../../src/variants/types.js';

/** What a figure would draw in the browser's next frame after an input event. */
async function nextFrame(session: Session, fields: LayerFields): Promise<LayerFields> {
  const drawn = new Promise<LayerFields>((resolve) => {
    requestAnimationFrame(() => {
      const { stage, output } = session.moment!.stages[0];
      expect(output.shape).toEqual(stage.output);
      resolve({ filters: stage.filters, kernel: stage.kernel[0], stride: stage.stride[0] });
    });
  });
  session.setLayer(fields);
  return drawn;
}

function ready(session: Session): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (session.status !== 'ready') return;
      session.removeEventListener('change', check);
      resolve();
    };
    session.addEventListener('change', check);
    check();
  });
}

describe('the drag of a slider', () => {
  const session = new Session();
  afterEach(() => session.disconnect());

  test.each([
    [5, 3],
    [16, 16],
  ])('%i × %i cells: each next frame shows the last value', async (size, channels) => {
    session.connect();
    session.setLayer({ input: [size, size, channels], padding: 'same', filters: 16, kernel: 3 });
    await ready(session);
    // The first draw with a program may take as long as several frames, and is waited for beside the page.
    for (const filters of [1, 2]) {
      session.setLayer({ filters });
      await settled(session, new AbortController().signal);
    }
    const asked: LayerFields[] = [];
    const drawn: LayerFields[] = [];
    for (const filters of [1, 4, 8, 12, 15, 16, 9]) {
      asked.push({ filters, kernel: 3, stride: 1 });
      drawn.push(await nextFrame(session, { filters }));
    }
    for (const kernel of [1, 2, 3, 4, 5]) {
      asked.push({ filters: 9, kernel, stride: 1 });
      drawn.push(await nextFrame(session, { kernel }));
    }
    expect(drawn).toEqual(asked);
  });

  test('events that come together show the last of them', async () => {
    session.connect();
    session.setLayer({ input: [16, 16, 16], filters: 3, kernel: 3 });
    await ready(session);
    for (let filters = 1; filters < 16; filters += 1) session.setLayer({ filters });
    expect((await nextFrame(session, { filters: 16 })).filters).toBe(16);
  });
});
