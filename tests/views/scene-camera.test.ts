import { describe, expect, it } from 'vitest';
import { plan } from '../../src/math/index.js';
import { between, eyeOf, overviewAngles, project, rayAt } from '../../src/views/scene/camera.js';
import { standardLabels } from '../../src/views/scene/choreography/standard/labels.js';
import { standardLayout } from '../../src/views/scene/choreography/standard/layout.js';
import { stageStandard } from '../../src/views/scene/choreography/standard/stage.js';
import { behind } from '../../src/views/scene/choreography/volumes.js';
import { faceText } from '../../src/views/scene/face-text.js';
import { glyphs, packText } from '../../src/views/scene/glyphs.js';
import { labelsOf } from '../../src/views/scene/labels.js';
import { cellCentre, type Places } from '../../src/views/scene/layout/lattice.js';
import { cornersOf, type Vector } from '../../src/views/scene/layout/space.js';
import { Cameraman } from '../../src/views/scene/cameraman.js';
import { Orbit } from '../../src/views/scene/orbit.js';
import { cameraPresets, defaultPreset, panesOf } from '../../src/views/scene/panes.js';
import { latticeCell, pickTarget } from '../../src/views/scene/picking.js';
import { QualityControl } from '../../src/views/scene/quality.js';
import { describeView } from '../../src/views/scene/view-description.js';
import { threeTextures } from './scene-moment.js';

const example = threeTextures();
const layout = standardLayout(example.view.stage);
const sizes = [
  { width: 320, height: 480 },
  { width: 640, height: 360 },
  { width: 1280, height: 720 },
  { width: 3840, height: 1200 },
  { width: 500, height: 1400 },
];

describe.each(sizes)('a canvas of %o', (size) => {
  it.each(['overview', 'front'] as const)(
    '%s keeps every station in sight, and fills one direction',
    (preset) => {
      const [pane] = panesOf(layout, preset, { ...size, width: Math.max(size.width, 480) });
      const { width, height } = pane.size;
      const seen = [layout.bounds.input, layout.bounds.bench, layout.bounds.rack, layout.bounds.output]
        .flatMap(cornersOf)
        .map((corner) => project(pane.view, corner, pane.size));
      const [xs, ys] = [seen.map(({ x }) => x), seen.map(({ y }) => y)];
      expect(Math.min(...xs)).toBeGreaterThan(0);
      expect(Math.max(...xs)).toBeLessThan(width);
      expect(Math.min(...ys)).toBeGreaterThan(0);
      expect(Math.max(...ys)).toBeLessThan(height);
      const filled = Math.max(
        (Math.max(...xs) - Math.min(...xs)) / width,
        (Math.max(...ys) - Math.min(...ys)) / height,
      );
      expect(filled).toBeGreaterThan(0.7);
    },
  );
});

it('narrow canvases show the bench with two thumbnails, wide ones a single picture', () => {
  expect(panesOf(layout, 'kernel', { width: 360, height: 560 }).map(({ kind }) => kind)).toEqual([
    'main',
    'input',
    'output',
  ]);
  expect(panesOf(layout, 'kernel', { width: 1280, height: 720 })).toHaveLength(1);
});

it('so does the place beside a question, which is high for its width', () => {
  const size = { width: 555, height: 470 };
  expect(defaultPreset(size)).toBe('kernel');
  expect(panesOf(layout, 'kernel', size).map(({ kind }) => kind)).toEqual(['main', 'input', 'output']);
  expect(defaultPreset({ width: 905, height: 365 })).toBe('overview');
});

it('narrow canvases show the output beside the input, each in its half', () => {
  const panes = panesOf(layout, 'output', { width: 390, height: 320 });
  expect(panes.map(({ kind, x, size, shows }) => [kind, x, size.width, shows])).toEqual([
    ['main', 195, 195, ['output']],
    ['input', 0, 195, ['input']],
  ]);
  expect(panesOf(layout, 'output', { width: 480, height: 320 })).toHaveLength(1);
});

it('a ray through the pixel of a point passes through the point', () => {
  const size = { width: 900, height: 500 };
  for (const preset of cameraPresets) {
    const { view } = panesOf(layout, preset, size)[0];
    const point: Vector = [12.3, -1.7, -0.4];
    const { x, y } = project(view, point, size);
    const { origin, direction } = rayAt(view, x, y, size);
    const along = (point[0] - origin[0]) / direction[0] || (point[2] - origin[2]) / direction[2];
    for (let axis = 0; axis < 3; axis++)
      expect(origin[axis] + along * direction[axis]).toBeCloseTo(point[axis], 6);
  }
});

it('flights begin and end exactly', () => {
  const [a, b] = (['overview', 'front'] as const).map((preset) => panesOf(layout, preset, sizes[2])[0].view);
  for (const [share, view] of [
    [0, a],
    [1, b],
  ] as const) {
    const flown = between(a, b, share);
    expect(flown.yaw).toBeCloseTo(view.yaw, 10);
    expect(flown.distance).toBeCloseTo(view.distance, 6);
  }
});

it('says from where it looks', () => {
  expect(describeView({ ...overviewAngles, target: [0, 0, 0], distance: 1 })).toEqual({
    horizontal: 'right',
    vertical: 'above',
  });
  expect(describeView({ yaw: 0, pitch: 0, lens: 0.1, target: [0, 0, 0], distance: 1 })).toEqual({
    horizontal: 'front',
    vertical: 'level',
  });
  expect(describeView({ yaw: Math.PI, pitch: -0.5, lens: 0.1, target: [0, 0, 0], distance: 1 })).toEqual({
    horizontal: 'back',
    vertical: 'below',
  });
});

describe('picking', () => {
  const size = { width: 1280, height: 720 };
  const staging = stageStandard(example.at(972), layout);
  const { view } = panesOf(layout, 'overview', size)[0];
  const pickAt = (point: Vector) => {
    const { x, y } = project(view, point, size);
    return pickTarget(rayAt(view, x, y, size), layout, staging);
  };

  it('finds the cell whose front is pointed at', () => {
    for (const place of [
      [0, 0, 0, 0],
      [3, 2, 0, 0],
      [4, 4, 0, 0],
    ] satisfies Places[]) {
      const [x, y, z] = cellCentre(layout.input, place);
      expect(pickAt([x, y, z + 0.46])).toEqual({
        stage: 0,
        tensor: 'input',
        index: [0, place[1], place[0], 0],
      });
    }
    const [x, y, z] = cellCentre(layout.output, [2, 1, 0, 0]);
    expect(pickAt([x, y, z + 0.46])).toEqual({ stage: 0, tensor: 'output', index: [0, 1, 2, 0] });
  });

  it('finds deeper channels on the visible side, weights in the rack and on the bench', () => {
    const [x, y, z] = cellCentre(layout.input, [4, 1, 2, 0]);
    expect(pickAt([x + 0.46, y, z])).toEqual({ stage: 0, tensor: 'input', index: [0, 1, 4, 2] });
    const block = cellCentre(layout.rack.lattice, [1, 2, 0, 2]);
    expect(pickAt([block[0], block[1], block[2] + 0.23])).toEqual({
      stage: 0,
      tensor: 'weights',
      index: [2, 1, 0, 2],
    });
    expect(pickAt([12.5, 1, 0.12])).toEqual({ stage: 0, tensor: 'weights', index: [0, 0, 1, 3] });
  });

  it('finds nothing beside the stations', () => {
    expect(pickAt([6.5, 6, 0])).toBeNull();
  });

  it('agrees with testing every box of the volume', () => {
    const { input } = layout;
    for (let i = 0; i < 400; i++) {
      const [px, py] = [(i % 20) * 14 + 40, Math.floor(i / 20) * 14 + 80];
      const ray = rayAt(view, px, py, size);
      let nearest: { distance: number; place: Places } | null = null;
      for (let c = 0; c < 5; c++)
        for (let r = 0; r < 5; r++)
          for (let d = 0; d < 3; d++) {
            const distance = slabTest(ray.origin, ray.direction, cellCentre(input, [c, r, d, 0]), input.cell);
            if (distance !== null && (!nearest || distance < nearest.distance))
              nearest = { distance, place: [c, r, d, 0] };
          }
      expect(latticeCell(ray, input)?.place ?? null).toEqual(nearest?.place ?? null);
    }
  });

  it('looks through glass', () => {
    const [x, y, z] = cellCentre(layout.output, [1, 1, 0, 0]);
    const ray = rayAt({ yaw: 0, pitch: 0, lens: 0.02, target: [x, y, z], distance: 100 }, 50, 50, {
      width: 100,
      height: 100,
    });
    expect(latticeCell(ray, layout.output)?.place).toEqual([1, 1, 0, 0]);
    expect(latticeCell(ray, layout.output, behind(layout.output, 2))?.place).toEqual([1, 1, 2, 0]);
  });
});

function slabTest(origin: Vector, direction: Vector, centre: Vector, size: Vector): number | null {
  let [near, far] = [-Infinity, Infinity];
  for (let axis = 0; axis < 3; axis++) {
    const ends = [-1, 1].map(
      (side) => (centre[axis] + (side * size[axis]) / 2 - origin[axis]) / direction[axis],
    );
    near = Math.max(near, Math.min(...ends));
    far = Math.min(far, Math.max(...ends));
  }
  return near <= far ? near : null;
}

it('labels stand over their stations and name counts from 1', () => {
  const panes = panesOf(layout, 'front', sizes[2]);
  const labels = labelsOf(standardLabels(layout, example.view.stage, example.at(30).frame), layout, panes);
  const named = (key: string) => labels.filter((label) => label.key === key);
  expect(named('input')[0].parameters).toEqual({ height: 5, width: 5, channels: 3 });
  expect(named('channel').map(({ parameters }) => parameters.channel)).toEqual([1, 2, 3]);
  expect(named('filter').map(({ parameters }) => parameters.filter)).toEqual([1, 2, 3, 4]);
  const corner = project(panes[0].view, cellCentre(layout.input, [2, 0, 0, 0]), sizes[2]);
  expect(named('input')[0].y).toBeLessThan(corner.y);
  expect(Math.abs(named('input')[0].x - corner.x)).toBeLessThan(2);
  expect(new Set(labels.map(({ id }) => id)).size).toBe(labels.length);
});

it('rows of a group are named by the channels that they read', () => {
  const { stages } = plan({ input: [5, 5, 4], groups: 2, filters: 2 });
  const grouped = standardLayout(stages[0], { filter: 1 });
  const frame = { ...example.at(0).frame, cell: [0, 0, 0, 1] as const };
  const channels = labelsOf(
    standardLabels(grouped, stages[0], frame),
    grouped,
    panesOf(grouped, 'overview', sizes[2]),
  ).filter(({ key }) => key === 'channel');
  expect(channels.map(({ parameters }) => parameters.channel)).toEqual([3, 4]);
});

it('the orbit settles on what was asked, and comes back', () => {
  const orbit = new Orbit();
  const view = { ...overviewAngles, target: [0, 0, 0] as Vector, distance: 10 };
  orbit.turn(0.5, -0.1);
  orbit.zoom(2);
  let draws = 0;
  while (orbit.advance(16, false)) draws++;
  expect(draws).toBeGreaterThan(5);
  expect(orbit.turned(view)).toMatchObject({ yaw: view.yaw + 0.5, pitch: view.pitch - 0.1 });
  expect(orbit.magnified(view).distance).toBeCloseTo(5, 10);
  orbit.reset();
  expect(orbit.advance(0, true)).toBe(false);
  expect(orbit.untouched).toBe(true);
  expect(eyeOf(orbit.magnified({ ...view, ...orbit.turned(view) }))).toEqual(eyeOf(view));
});

it('slow frames lower the resolution, a still picture gets it all', () => {
  const quality = new QualityControl();
  for (let i = 0; i < 40; i++) if (quality.wantsMeasurement()) quality.measured(100);
  const moving = quality.for(3840, 2160, false);
  expect(3840 * 2160 * moving.scale ** 2).toBeLessThanOrEqual(2e6 * 1.001);
  expect(moving.smooth).toBe(false);
  expect(quality.for(1280, 720, true)).toEqual({ scale: 1, smooth: true });
  expect(3840 * 2160 * quality.for(3840, 2160, true).scale ** 2).toBeCloseTo(2e6, 0);
  const stuck = new QualityControl();
  stuck.measured(500);
  expect(stuck.for(1000, 500, false)).toEqual({ scale: 0.85, smooth: false });
  const quick = new QualityControl();
  for (let i = 0; i < 40; i++) if (quick.wantsMeasurement()) quick.measured(5);
  expect(quick.for(1280, 720, false)).toEqual({ scale: 1, smooth: true });
  for (let i = 0; i < 400; i++) if (quality.wantsMeasurement()) quality.measured(3);
  expect(quality.reduced).toBe(false);
});

it('the coarsest picture is measured seldom, even where it stays slow', () => {
  const quality = new QualityControl();
  let measurements = 0;
  for (let frame = 0; frame < 400; frame++) {
    if (!quality.wantsMeasurement()) continue;
    quality.measured(100);
    if (frame >= 100) measurements += 1;
  }
  expect(measurements).toBe(15);
});

describe('texts on faces', () => {
  it.each([
    [0, '0'],
    [-13, '−13'],
    [0.25, '0.25'],
    [0.1, '0.1'],
    [2.999, '3.00'],
    [1234, '1234'],
    [12345, '12k'],
    [1_250_000, '1.3M'],
    [0.00003, '3e−5'],
    [-0.5, '−0.5'],
    [99.97, '100'],
    [9999.7, '10k'],
    [3e12, '3e12'],
    [NaN, 'NaN'],
    [-Infinity, '−∞'],
    [-0, '0'],
  ])('%d is printed as %s', (value, text) => expect(faceText(Math.fround(value))).toBe(text));

  it('never need a sign that the atlas lacks, nor more room than there is', () => {
    for (let i = 0; i < 4000; i++) {
      const value = Math.fround(Math.sin(i * 12.9898) * 10 ** ((i % 60) - 30));
      const text = faceText(value);
      expect(text.length, text).toBeLessThanOrEqual(6);
      for (const sign of text) expect(glyphs).toContain(sign);
      const number = Number(
        text.replaceAll('−', '-').replace('k', 'e3').replace('M', 'e6').replace('G', 'e9'),
      );
      expect(Math.abs(number - value)).toBeLessThanOrEqual(Math.abs(value) * 0.5);
    }
  });

  it('travel as two exact numbers', () => {
    const [high, low] = packText('−1.25k');
    const codes = [high, low].flatMap((number) => [15, 10, 5, 0].map((shift) => (number >> shift) & 31));
    expect(
      codes
        .map((code) => glyphs[code])
        .join('')
        .trim(),
    ).toBe('−1.25k');
    expect([high, low].map(Math.fround)).toEqual([high, low]);
  });
});

it('one camera looks as another one is asked to, at once and on its own', () => {
  const size = sizes[2];
  const [one, other] = [new Cameraman(), new Cameraman()];
  one.go('front', false);
  one.turn(120, -40);
  one.zoom(1.5);
  other.copy(one);
  one.place(layout, size, 0, 0, true);
  expect(other.place(layout, size, 0, 0, false)).toBe(false);
  expect(other.panes).toEqual(one.panes);
  one.turn(50, 0);
  one.place(layout, size, 16, 0, true);
  other.place(layout, size, 16, 0, true);
  expect(other.panes).not.toEqual(one.panes);
});
