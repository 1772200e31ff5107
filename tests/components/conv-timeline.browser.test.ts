import { describe, expect, it } from 'vitest';
import '../../components/conv-timeline/define.js';
import type { ConvTimeline } from '../../components/conv-timeline/conv-timeline.js';
import { standardMoment, transposedMoment } from '../views/moments.js';
import { stage } from './conv-grid-lab.js';

const where = (shadow: ShadowRoot): string =>
  shadow.querySelector('.where')!.textContent.replace(/\s+/g, ' ').trim();

describe('<conv-timeline>', () => {
  it('writes thousands with commas, as the counts do', async () => {
    const moment = standardMoment(0);
    const frame = { ...moment.frame, ordinal: 1233, cells: 12544 };
    const { shadow } = await stage<ConvTimeline>('conv-timeline', { ...moment, frame });
    expect(where(shadow)).toBe('cell 1,234 / 12,544');
    expect(shadow.querySelector('[part="scrubber"]')!.getAttribute('aria-valuetext')).toContain('12,544');
  });

  it('keeps everything on at most two lines where a walk is chosen too', async () => {
    const { view, shadow } = await stage<ConvTimeline>('conv-timeline', transposedMoment(1, 'input'));
    view.style.inlineSize = '890px';
    const tops = [...shadow.querySelectorAll('.bar > :not(.extras), .extras > *')].map((part) =>
      part.getBoundingClientRect(),
    );
    const lines = new Set(tops.map(({ top, height }) => Math.round((top + height / 2) / 20)));
    expect(lines.size).toBeLessThanOrEqual(2);
    expect(where(shadow)).toBe('input 1 / 4');
  });
});
