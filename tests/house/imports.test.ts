import { describe, expect, it } from 'vitest';
import { forbiddenImports, importCycles, importsOf, type Fence } from './rules/imports.js';
import { sourcesIn } from './sources.js';

const everyRoom =
  'loading math variants words engine timeline networks blocks code media quiz session address speed views'
    .split(' ')
    .map((room) => `src/${room}`);

const room = (folder: string, rooms = '', packages: readonly string[] = []): Fence => ({
  folder,
  rooms: rooms.split(' ').filter((name) => name !== ''),
  packages,
});

/** Which folder may import what; see "The house" in CONTRIBUTING.md. A folder inside another has its own line, or the outer one's. */
const fences: readonly Fence[] = [
  room('src/loading'),
  room('src/math'),
  room('src/gpu'),
  room('src/variants', 'src/math'),
  room('src/timeline', 'src/math'),
  room('src/networks', 'src/math src/variants'),
  room('src/code', 'src/math src/variants src/words'),
  { ...room('src/words', 'src/math'), typesOnly: true },
  room('src/media', 'src/math'),
  room('src/media/animation', '', ['gifenc', 'mediabunny']),
  room('src/quiz', 'src/math src/variants src/timeline src/media src/words'),
  room('src/engine', 'src/math src/gpu'),
  room(
    'src/session',
    'src/loading src/math src/variants src/gpu src/engine src/timeline src/networks src/code src/media',
  ),
  room('src/address', 'src/math src/variants src/timeline src/media src/session src/words'),
  room('src/blocks', 'src/math src/variants src/networks src/media'),
  room('src/speed', 'src/math src/variants src/networks src/engine'),
  room('src/views', 'src/loading src/math src/timeline src/networks src/words'),
  ...['grid', 'matrix', 'charts', 'networks'].map((view) =>
    room(`src/views/${view}`, 'src/views src/math src/timeline src/networks src/words', ['d3']),
  ),
  room('src/views/speed', 'src/views src/math src/timeline src/networks src/words src/speed', ['d3']),
  // A picture of 1024 × 1024 cells is drawn where it was computed.
  room('src/views/filter', 'src/views src/math src/timeline src/networks src/words src/gpu'),
  room('src/views/scene', 'src/views src/loading src/math src/timeline src/networks src/words src/gpu', [
    'three',
  ]),
  room('components', everyRoom.join(' '), ['lit']),
  room('components/conv-share', ['components', ...everyRoom].join(' '), ['lit', 'lean-qr']),
  room('src/index.ts', 'src components'),
  room('src/core.ts', 'src/math src/variants src/engine src/networks src/code'),
  room('src/cdn.ts', 'src components'),
  room('offline'),
  room('api', 'components'),
];

const sources = sourcesIn(['src', 'components', 'offline', 'api'], ['.ts']);
/** Every file is parsed, which on a busy machine takes its time. Milliseconds. */
const timeout = 30_000;

describe('imports', { timeout }, () => {
  it('point one way, and packages stay behind their fences', () => {
    expect(forbiddenImports(sources, fences)).toEqual([]);
  });

  it('form no circle, types included', () => {
    expect(importCycles(sources)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const file = (path: string, text: string) => ({ path, text });
  /** Spelled apart: seen from this file, the samples' paths lead nowhere, and another rule looks for such paths. */
  const up = '..';

  it('see every form of import', () => {
    const text = `
      import a from './a.js'; import type { B } from './b.js'; import './c.js';
      export * from './d.js'; export type { E } from './e.js';
      const f = import('./f.js'); let g: import('./g.js').G; import glsl from './h.glsl?raw';`;
    const specifiers = importsOf(file('src/math/x.ts', text)).map(({ specifier }) => specifier);
    expect(specifiers.sort()).toEqual(
      ['a.js', 'b.js', 'c.js', 'd.js', 'e.js', 'f.js', 'g.js', 'h.glsl?raw'].map((name) => `./${name}`),
    );
  });

  it.each([
    ['src/math/x.ts', `import { y } from '${up}/gpu/y.js';`],
    ['src/math/x.ts', `import { html } from 'lit';`],
    ['src/views/grid/x.ts', `import * as three from 'three';`],
    ['src/views/x.ts', `import { scaleLinear } from 'd3';`],
    ['src/engine/x.ts', `import type { View } from '${up}/views/view.js';`],
    ['components/conv-grid/x.ts', `import { acquireGpu } from '${up}/${up}/src/gpu/context.js';`],
    ['components/conv-grid/x.ts', `import { Mesh } from 'three';`],
    ['src/words/x.ts', `import { type Plan, plan } from '${up}/math/index.js';`],
    ['src/nowhere/x.ts', ``],
  ])('find %s with %s', (path, text) => {
    expect(forbiddenImports([file(path, text)], fences)).toHaveLength(1);
  });

  it('allow what the table allows', () => {
    const scene = file(
      'src/views/scene/x.ts',
      `import { Mesh } from 'three'; import { y } from '${up}/theme.js';`,
    );
    const words = file('src/words/x.ts', `import type { Plan } from '${up}/math/index.js';`);
    expect(forbiddenImports([scene, words], fences)).toEqual([]);
  });

  it('find a circle that is closed by a type', () => {
    const circle = [
      file('src/math/a.ts', `import { b } from './b.js';`),
      file('src/math/b.ts', `import { c } from './c.js';`),
      file('src/math/c.ts', `import type { A } from './a.js';`),
    ];
    expect(importCycles(circle)).toEqual(['src/math/a.ts → src/math/b.ts → src/math/c.ts → src/math/a.ts']);
  });
});
