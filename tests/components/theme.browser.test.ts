import { afterEach, expect, test } from 'vitest';
import '../../components/conv-lab/define.js';
import type { ConvLab } from '../../components/conv-lab/conv-lab.js';
import { readTheme } from '../../components/shared/theme.js';
import { mount } from './figures.js';

afterEach(() => {
  document.body.innerHTML = '';
});

test.each([
  ['paper', false],
  ['board', true],
])('cells follow the theme %s where the system forces its colours', async (theme, dark) => {
  const page = mount<HTMLElement>(
    `<div><style>conv-lab { color-scheme: light dark !important; }</style><conv-lab theme="${theme}"></conv-lab></div>`,
  );
  const lab = page.querySelector<ConvLab>('conv-lab')!;
  await lab.updateComplete;
  expect(getComputedStyle(lab).colorScheme).toBe('light dark');
  expect(readTheme(lab).dark).toBe(dark);
});
