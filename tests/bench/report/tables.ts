/** The tables of every section: ratios only. */
import { noisy } from '../run/machine.js';
import {
  base,
  describeLayer,
  engineRows,
  meanSpeed,
  others,
  ours,
  type EngineRow,
  type Speed,
} from './engine-numbers.js';
import { amount, percent, power, ratio } from './numbers.js';
import type { CallsSection, EngineSection, SceneSection } from './results.js';
import type { SceneTimes } from '../scene/page.js';
import { median, minimum } from './statistics.js';
import { table, type Column } from './table.js';

/** What engines are called in the document. */
export const titles: Readonly<Record<string, string>> = {
  [ours]: 'Convscope',
  [base]: 'tfjs webgl',
  'tfjs-wasm': 'tfjs wasm',
  'onnx-wasm': 'onnxruntime wasm',
  javascript: 'plain JavaScript',
};

/** Marks what other work disturbed. */
const mark = (disturbed: boolean) => (disturbed ? ' \\*' : '');

/** A row of cases, or the mean of all. */
type Line = EngineRow | readonly EngineRow[];

const isMean = (line: Line): line is readonly EngineRow[] => Array.isArray(line);
const inRow = (line: Line, print: (row: EngineRow) => string) => (isMean(line) ? '' : print(line));
const speed = (line: Line, engine: string, column: keyof Speed) =>
  ratio(isMean(line) ? meanSpeed(line, engine, column) : line.speed(engine)[column]);

const caseColumn: Column<Line> = {
  head: 'case',
  align: 'left',
  cell: (line) => (isMean(line) ? '_geometric mean_' : line.layer.id + mark(line.disturbed)),
};

/** All engines in the steady state. */
export function speedTable(section: EngineSection): string {
  const rows = engineRows(section);
  const engineColumn = (engine: string): Column<Line> => ({
    head: titles[engine],
    cell: (line) => speed(line, engine, 'steady'),
  });
  return table<Line>(
    [
      caseColumn,
      { head: 'layer', align: 'left', cell: (line) => inRow(line, ({ layer }) => describeLayer(layer)) },
      { head: 'multiply-adds', cell: (line) => inRow(line, ({ layer }) => amount(layer.madds)) },
      ...[ours, ...others].map(engineColumn),
    ],
    [...rows, rows],
  );
}

/** Ours in detail. */
export function detailTable(section: EngineSection): string {
  const rows = engineRows(section);
  const speedColumn = (head: string, column: keyof Speed): Column<Line> => ({
    head,
    cell: (line) => speed(line, ours, column),
  });
  return table<Line>(
    [
      caseColumn,
      speedColumn('steady', 'steady'),
      speedColumn('of minima', 'steadyOfMinima'),
      speedColumn('latency', 'latency'),
      speedColumn('round trip', 'roundTrip'),
      speedColumn('first call', 'first'),
      { head: 'of the ceiling', cell: (line) => inRow(line, (row) => percent(row.shareOfCeiling(ours))) },
      { head: 'tfjs', cell: (line) => inRow(line, (row) => percent(row.shareOfCeiling(base))) },
      { head: 'error', cell: (line) => inRow(line, (row) => power(row.error(ours))) },
    ],
    [...rows, rows],
  );
}

/** What could not be measured, one sentence each. */
export function failures(section: EngineSection): string[] {
  return engineRows(section).flatMap((row) =>
    [ours, base, ...others].flatMap((engine) => {
      const failure = row.failure(engine);
      return failure ? [`${titles[engine]} on ${row.layer.id}: ${failure.split('\n')[0]}`] : [];
    }),
  );
}

export function callsTable({ calls: { result, foreignLoad } }: CallsSection): string {
  const floor = median(result[0].samples);
  return table(
    [
      { head: `call${mark(foreignLoad > noisy)}`, align: 'left', cell: ({ name }) => name },
      { head: 'times the empty draw', cell: ({ samples }) => ratio(median(samples) / floor) },
    ],
    result,
  );
}

interface SceneLine {
  readonly cells: number;
  readonly volume: string;
  readonly disturbed: boolean;
  readonly drawCalls: string;
  /** How many times faster than InstancedMesh, each beside its like: of the medians, and of the best frames. */
  readonly empty: string;
  readonly alone: string;
  readonly inMotion: string;
  readonly finest: string;
  /** Of a finest frame, times that of the smallest volume. In motion it would hold the waits of measuring. */
  readonly script: number;
  /** Pixels of a frame in motion, of those of the picture. */
  readonly pixels: number;
}

const isFinest = ({ technique }: SceneTimes) => technique === 'finest';

function sceneLines({ volumes }: SceneSection): SceneLine[] {
  const scriptOfSmallest = median(volumes[0].result.find(isFinest)?.script ?? []);
  return volumes.map(({ result, foreignLoad }) => {
    const of = (technique: string) => result.find((each) => each.technique === technique)!;
    const [motion, finest] = [of('in motion'), of('finest')];
    const beside = (technique: string, base: string) => {
      const [ours, theirs] = [technique, base].map((name) => of(name)?.frame ?? []);
      return `${ratio(median(theirs) / median(ours))} / ${ratio(minimum(theirs) / minimum(ours))}`;
    };
    return {
      cells: motion.cells,
      volume: motion.volume,
      disturbed: foreignLoad > noisy,
      drawCalls: `${finest.drawCalls} / ${motion.drawCalls}`,
      empty: beside('empty', 'InstancedMesh'),
      alone: beside('cells alone', 'InstancedMesh'),
      inMotion: beside('in motion', 'InstancedMesh'),
      finest: beside('finest', 'InstancedMesh, smooth'),
      script: median(finest.script) / scriptOfSmallest,
      pixels: (motion.width * motion.height) / (finest.width * finest.height),
    };
  });
}

export function sceneTable(section: SceneSection): string {
  return table(
    [
      {
        head: 'input cells',
        align: 'left',
        cell: ({ cells, volume, disturbed }: SceneLine) =>
          `${cells.toLocaleString('en')} (${volume})${mark(disturbed)}`,
      },
      { head: 'empty picture', cell: ({ empty }) => empty },
      { head: 'cells alone', cell: ({ alone }) => alone },
      { head: 'in motion', cell: ({ inMotion }) => inMotion },
      { head: 'finest', cell: ({ finest }) => finest },
      { head: 'draw calls, finest / in motion', cell: ({ drawCalls }) => drawCalls },
      { head: 'JavaScript', cell: ({ script }) => ratio(script) },
      { head: 'pixels in motion', cell: ({ pixels }) => percent(pixels) },
    ],
    sceneLines(section),
  );
}

/** Of the largest volume to the smallest: how many times the time of a frame in motion. */
export function largestFrame({ volumes }: SceneSection): { readonly volume: string; readonly times: number } {
  const motion = volumes.map(({ result }) => result.find(({ technique }) => technique === 'in motion')!);
  const [smallest, largest] = [motion[0], motion.at(-1)!];
  return { volume: largest.volume, times: median(largest.frame) / median(smallest.frame) };
}
