/** What the scene shows at a step of an example, by the choreography that its facts call for. */
import type { Moment, Selection } from '../../src/timeline/types.js';
import type { Setting } from '../../src/views/scene/choreography/choreography.js';
import { choreographyFor } from '../../src/views/scene/choreography/choose.js';
import { factsOf } from '../../src/views/scene/choreography/facts.js';
import type { StandardLayout } from '../../src/views/scene/choreography/standard/layout.js';
import { sumCentre, tileCentre } from '../../src/views/scene/layout/bench.js';
import type { Vector } from '../../src/views/scene/layout/space.js';
import type { Staging } from '../../src/views/scene/staging.js';
import type { Example } from './scene-moment.js';

export interface Shown {
  readonly moment: Moment;
  readonly staging: Staging;
  readonly layout: StandardLayout;
  readonly labels: ReturnType<Setting['labels']>;
}

interface Asked {
  readonly still?: boolean;
  readonly turned?: boolean;
  readonly selection?: Selection | null;
}

export async function show(
  example: Example,
  step: number,
  { still = false, turned = false, selection = null }: Asked = {},
): Promise<Shown> {
  const made = example.at(step, selection);
  const moment = { ...made, stages: made.stages.map((view) => ({ ...view, turned })) };
  const setting = (await choreographyFor(factsOf(moment)))(factsOf(moment));
  return {
    moment,
    staging: setting.stage(moment, still),
    layout: setting.layout as StandardLayout,
    labels: setting.labels(moment),
  };
}

export function near(a: Vector, b: Vector): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) < 1e-6;
}

export function textAt({ tiles }: Staging, place: Vector): string | undefined {
  return tiles.find(({ kind, centre }) => (kind === 'solid' || kind === 'dashed') && near(centre, place))
    ?.text;
}

export function column(
  { staging, layout }: Shown,
  which: 'window' | 'slice',
  row = 0,
): (string | undefined)[] {
  const { bench } = layout;
  return [0, 1, 2].flatMap((y) =>
    [0, 1, 2].map((x) => textAt(staging, tileCentre(bench, which, bench.rows[row], [y, x]))),
  );
}

export const sumOf = ({ staging, layout }: Shown) => textAt(staging, sumCentre(layout.bench));
export const output = ({ view }: Example) => [...view.output.data];
/** Row or column of the input that a point stands at. */
export const columnAt = ({ input }: StandardLayout, x: number) => (x - input.origin[0]) / input.pitch[0];
export const rowAt = ({ input }: StandardLayout, y: number) => (input.origin[1] - y) / input.pitch[1];

/** Keys of all its words. */
export const keys = ({ labels }: Shown) => labels.map(({ key }) => key);
