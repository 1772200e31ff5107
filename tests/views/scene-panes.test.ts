import { describe, expect, it } from 'vitest';
import { fit, overviewAngles, project, rayAt } from '../../src/views/scene/camera.js';
import { standardLabels } from '../../src/views/scene/choreography/standard/labels.js';
import { standardLayout } from '../../src/views/scene/choreography/standard/layout.js';
import { stageStandard } from '../../src/views/scene/choreography/standard/stage.js';
import { labelsOf, outlineOf } from '../../src/views/scene/labels.js';
import type { Box } from '../../src/views/scene/layout/space.js';
import { panesOf, type Pane } from '../../src/views/scene/panes.js';
import { pickTarget } from '../../src/views/scene/picking.js';
import { QualityControl } from '../../src/views/scene/quality.js';
import { english as en } from '../english.js';
import { smallIntegers, stepIn, threeTextures } from './scene-moment.js';

const example = threeTextures();
const layout = standardLayout(example.view.stage);
const teaching = { width: 905, height: 365 };
const namesAt = (step: number, panes: readonly Pane[]) =>
  labelsOf(standardLabels(layout, example.view.stage, example.at(step).frame), layout, panes);

function together(pane: Pane, boxes: readonly Box[]) {
  const seen = boxes.map((box) => outlineOf(box, pane));
  return {
    left: Math.min(...seen.map(({ left }) => left)),
    right: Math.max(...seen.map(({ right }) => right)),
    top: Math.min(...seen.map(({ top }) => top)),
    bottom: Math.max(...seen.map(({ bottom }) => bottom)),
  };
}

describe.each([
  teaching,
  { width: 680, height: 350 },
  { width: 2607, height: 1090 },
  { width: 660, height: 900 },
])('a stage of %o', (size) => {
  it.each([
    ['overview', ['input', 'bench', 'rack', 'output']],
    ['front', ['input', 'bench', 'rack', 'output']],
    ['kernel', ['bench']],
    ['output', ['output']],
  ] as const)('%s fills it and cuts nothing', (preset, stations) => {
    const [pane] = panesOf(layout, preset, size);
    const boxes = stations.map((station) => layout.bounds[station]);
    const { left, right, top, bottom } = together(pane, boxes);
    expect(Math.min(left, top)).toBeGreaterThan(0);
    expect(right).toBeLessThan(size.width);
    expect(bottom).toBeLessThan(size.height);
    const names = namesAt(9, [pane]);
    const line = 14;
    const ys = [top, bottom, ...names.map(({ y, anchor }) => y + (anchor === 'below' ? line : -line))];
    const covered = [(right - left) / size.width, (Math.max(...ys) - Math.min(...ys)) / size.height];
    expect(Math.max(...covered)).toBeGreaterThan(
      { overview: 0.85, front: 0.85, kernel: 0.8, output: 0.5 }[preset],
    );
  });
});

it('a fit touches its margins on one axis, perspective included', () => {
  const margins = { top: 40, bottom: 10, left: 25, right: 5 };
  const boxes = [layout.bounds.input, layout.bounds.bench, layout.bounds.output];
  for (const size of [teaching, { width: 400, height: 900 }]) {
    const view = fit(boxes, overviewAngles, size, margins);
    const { left, right, top, bottom } = together({ view, size } as Pane, boxes);
    const slack = [left - 25, size.width - 5 - right, top - 40, size.height - 10 - bottom];
    for (const pixels of slack) expect(pixels).toBeGreaterThan(-1e-6);
    expect(Math.min(Math.max(slack[0], slack[1]), Math.max(slack[2], slack[3]))).toBeLessThan(1e-6);
  }
});

it('at 1280 × 800 cells on window, kernel and products are large enough for digits', () => {
  const [{ view }] = panesOf(layout, 'overview', teaching);
  for (const x of [layout.bench.window, layout.bench.slice, layout.bench.products])
    expect(project(view, [x, 0, 0], teaching).scale * 0.92).toBeGreaterThan(18);
});

it('a turned view keeps everything in the picture', () => {
  for (const [yaw, pitch] of [
    [1.2, 0.3],
    [-0.9, -0.5],
    [3, 0.8],
  ]) {
    const turn = <Angles extends { yaw: number; pitch: number }>(angles: Angles) => ({
      ...angles,
      yaw,
      pitch,
    });
    const [pane] = panesOf(layout, 'output', teaching, turn);
    const { left, right, top, bottom } = together(pane, [layout.bounds.output]);
    expect(Math.min(left, top, teaching.width - right, teaching.height - bottom)).toBeGreaterThan(0);
  }
});

describe('panes', () => {
  it('cover the canvas without gap or overlap', () => {
    for (const width of [320, 339, 341, 479]) {
      const panes = panesOf(layout, 'kernel', { width, height: 287 });
      const area = panes.reduce((sum, { size }) => sum + size.width * size.height, 0);
      expect(area).toBe(width * 287);
      expect(Math.max(...panes.map(({ x, size }) => x + size.width))).toBe(width);
      expect(Math.max(...panes.map(({ y, size }) => y + size.height))).toBe(287);
    }
  });

  it('have thumbnails above a wide bench and beside a high one', () => {
    const places = (channels: number) => {
      const { view } = smallIntegers({ input: [5, 5, channels], filters: 2 });
      const narrow = standardLayout(view.stage, { room: 'narrow' });
      return panesOf(narrow, 'kernel', { width: 340, height: 270 }).map(({ x, y }) => [x > 0, y > 0]);
    };
    expect(places(4)).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect(places(1)).toEqual([
      [false, true],
      [false, false],
      [true, false],
    ]);
  });

  it('show, name and pick only their own stations', () => {
    const panes = panesOf(layout, 'kernel', { width: 340, height: 287 });
    expect(panes.map(({ shows }) => [...shows])).toEqual([['bench', 'sum', 'rack'], ['input'], ['output']]);
    const staging = stageStandard(example.at(972), layout);
    for (const { view, size, shows } of panes) {
      const found = new Set<string>();
      for (let x = 2; x < size.width; x += 5)
        for (let y = 2; y < size.height; y += 5) {
          const target = pickTarget(rayAt(view, x, y, size), layout, staging, shows);
          if (target) found.add(target.tensor);
        }
      const own = shows.includes('bench') ? ['input', 'output', 'weights'] : [...shows];
      expect([...found].sort()).toEqual(own);
    }
  });
});

describe('labels', () => {
  it('row names have room only up to the input', () => {
    for (const preset of ['overview', 'front'] as const) {
      const [pane] = panesOf(layout, preset, teaching);
      const input = outlineOf(layout.bounds.input, pane);
      const rows = namesAt(9, [pane]).filter(({ family }) => family === 'rows');
      expect(rows).toHaveLength(3);
      const beside = rows.filter(({ y }) => y > input.top && y < input.bottom);
      expect(beside.length).toBeGreaterThan(0);
      for (const { x, room } of beside) expect(x - room).toBeGreaterThan(input.right);
    }
  });

  it('stay the same through all beats of a run, but for which is active', () => {
    const placesAt = (step: number) =>
      namesAt(step, panesOf(layout, 'overview', teaching)).map(({ id, x, y, family, room }) => ({
        id,
        x,
        y,
        family,
        room,
      }));
    const still = placesAt(0);
    for (const beat of ['filter', 'place', 'lift', 'weigh', 'add', 'merge', 'write'] as const)
      expect(placesAt(stepIn(example.plan, beat, 0.5))).toEqual(still);
  });

  it('carry every number that their words ask for', () => {
    const many = smallIntegers({ input: [5, 5, 6], filters: 99 });
    const wide = standardLayout(many.view.stage);
    const keys = { slice: 'kernel', filtersShown: 'filters', moreChannels: 'more' } as Readonly<
      Record<string, string>
    >;
    const labels = labelsOf(
      standardLabels(wide, many.view.stage, many.at(9).frame),
      wide,
      panesOf(wide, 'overview', teaching),
    );
    expect(labels.some(({ key }) => key === 'filtersShown')).toBe(true);
    for (const { key, parameters } of labels) {
      const text = (en as Readonly<Record<string, string>>)[`scene.${keys[key] ?? key}`];
      const asked = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const given = { ...parameters, size: 'made of height, width and channels' };
      expect(Object.keys(given), key).toEqual(expect.arrayContaining(asked));
    }
  });
});

it('the cell pointed at is outlined in ink over everything, and its copies on the bench', () => {
  const moment = example.at(9, { stage: 0, tensor: 'input', index: [0, 1, 1, 0], pinned: false });
  const ink = stageStandard(moment, layout).lines.filter(({ tone }) => tone === 'ink');
  expect(ink.filter(({ station }) => station === 'input')).toHaveLength(12);
  expect(ink.filter(({ station }) => station === 'bench')).toHaveLength(12);
  for (const { behind } of ink) expect(behind).toBeGreaterThan(0.5);
  expect(stageStandard(example.at(9), layout).lines.some(({ tone }) => tone === 'ink')).toBe(false);
});

it('added products stay legible and are edged in the colour of the output', () => {
  const { tiles } = stageStandard(example.at(9), layout);
  const added = tiles.filter(
    ({ centre, tone, text }) => centre[0] > 16 && centre[0] < 19 && tone === 'output' && text,
  );
  expect(added).toHaveLength(9);
  for (const { opacity } of added) expect(opacity).toBeGreaterThanOrEqual(0.65);
});

it('slow machines keep enough pixels for digits', () => {
  const quality = new QualityControl();
  const reached = [quality.for(1300, 700, false)];
  for (let i = 0; i < 200; i++)
    if (quality.wantsMeasurement()) {
      quality.measured(100);
      reached.push(quality.for(1300, 700, false));
    }
  expect(Math.min(...reached.map(({ scale }) => scale))).toBeGreaterThanOrEqual(0.7);
  expect(reached.find(({ smooth }) => !smooth)?.scale).toBe(1);
});
