/** The numbers of a report as one table, for the page, for CSV and for Markdown. */
import { counted } from '../../speed/counted.js';
import { diagnosisAt, ratesAt } from '../../speed/diagnosis.js';
import type { Report } from '../../speed/types.js';
import { formatCount } from '../../words/numbers.js';
import type { Say } from '../say.js';
import { nameOf, shapesOf } from './names.js';
import { amountText, bytesText, ratioText, shareText, spanText, timeText } from './units.js';

export const speedColumns = [
  'layer',
  'kind',
  'shape',
  'way',
  'macs',
  'time',
  'spread',
  'lower',
  'upper',
  'outliers',
  'gpu',
  'rate',
  'bytes',
  'intensity',
  'share',
  'bound',
  'fewer',
  'bought',
  'there',
] as const;
export type SpeedColumn = (typeof speedColumns)[number];

export interface Cell {
  /** For a person. */
  readonly text: string;
  /** For a program, in plain units: milliseconds, a second, bytes; '' where there is none. */
  readonly value: string | number;
}

export interface Row {
  /** Place in the set. */
  readonly layer: number;
  readonly way: number;
  readonly cells: Readonly<Record<SpeedColumn, Cell>>;
}

interface TableColumn {
  readonly id: SpeedColumn;
  readonly title: string;
}

export interface SpeedTable {
  /** For a person. */
  readonly columns: readonly TableColumn[];
  /** For a program: one number a column. */
  readonly plainColumns: readonly TableColumn[];
  readonly rows: readonly Row[];
}

const none: Cell = { text: '–', value: '' };

/** @param there another device's report of the same set, whose times get a column of their own */
export function speedTable(report: Report, there: Report | null, say: Say): SpeedTable {
  const isKnown: Partial<Record<SpeedColumn, boolean>> = {
    there: there !== null,
    gpu: report.onGpu.flat().some((time) => time !== null),
    outliers: knowsOutliers(report),
  };
  const ids = speedColumns.filter((id) => isKnown[id] ?? true);
  const titled = (own: readonly SpeedColumn[], others: readonly SpeedColumn[]): readonly TableColumn[] =>
    ids
      .filter((id) => own.includes(id) || !others.includes(id))
      .map((id) => ({ id, title: say(`speed.column.${id}`) }));
  const rows = report.set.layers.flatMap((_, layer) =>
    report.ways.map((_way, way): Row => ({ layer, way, cells: cellsOf(report, there, { layer, way }, say) })),
  );
  return {
    columns: titled(forPeople, forPrograms),
    plainColumns: titled(forPrograms, forPeople),
    rows,
  };
}

/** The same spread, in one column or in two. */
const forPeople: readonly SpeedColumn[] = ['spread'];
const forPrograms: readonly SpeedColumn[] = ['lower', 'upper'];

/** Does the report tell of outliers at all? One that came with a link does not. */
export function knowsOutliers({ spreads }: Report): boolean {
  return spreads.flat().some((spread) => spread !== null && spread.outliers !== null);
}

function cellsOf(
  report: Report,
  there: Report | null,
  { layer, way }: Pick<Row, 'layer' | 'way'>,
  say: Say,
): Row['cells'] {
  const { set, ways, spreads } = report;
  const measured = set.layers[layer];
  const { multiplyAdds, bytes, intensity } = counted(measured.plan);
  const text = (value: string): Cell => ({ text: value, value });
  const number = (value: number | null | undefined, print: (value: number) => string): Cell =>
    value === null || value === undefined ? none : { text: print(value), value };
  const spread = spreads[layer][way];
  const rates = ratesAt(report, layer, way);
  const found = diagnosisAt(report, layer, way);
  const thereWay = there?.ways.indexOf(ways[way]) ?? -1;
  return {
    layer: text(nameOf(set, measured, say)),
    kind: text(say(`speed.kind.${measured.kind}`)),
    shape: text(shapesOf(measured)),
    way: text(say(`speed.way.short.${ways[way]}`)),
    macs: number(multiplyAdds, formatCount),
    time: spread ? number(spread.median, timeText) : { text: say('speed.not-measured'), value: '' },
    spread: spread ? text(spanText(spread.lower, spread.upper)) : none,
    lower: number(spread?.lower, timeText),
    upper: number(spread?.upper, timeText),
    outliers: spread?.outliers
      ? { text: spread.outliers.map(timeText).join(', ') || '–', value: spread.outliers.join(' ') }
      : none,
    gpu: number(report.onGpu[layer][way], timeText),
    rate: number(rates?.multiplyAdds, amountText),
    bytes: number(bytes, bytesText),
    intensity: number(intensity, ratioText),
    share: number(found?.share, (share) => `${shareText(share)} %`),
    bound: found ? text(say(`speed.bound.${found.bound}`)) : none,
    ...ratiosOf(report, { layer, way }),
    there: number(there?.spreads[layer]?.[thereWay]?.median, timeText),
  };
}

/** Of a layer that stands in for another: its multiply-adds and its time in those of the other. */
function ratiosOf(
  { set, spreads }: Report,
  { layer, way }: Pick<Row, 'layer' | 'way'>,
): Pick<Row['cells'], 'fewer' | 'bought'> {
  const { partner, plan } = set.layers[layer];
  if (partner === null) return { fewer: none, bought: none };
  const fewer = counted(set.layers[partner].plan).multiplyAdds / counted(plan).multiplyAdds;
  const [before, after] = [spreads[partner][way], spreads[layer][way]];
  const bought = before && after ? before.median / after.median : null;
  const cell = (ratio: number): Cell => ({ text: `${ratioText(ratio)}×`, value: ratio });
  return { fewer: cell(fewer), bought: bought === null ? none : cell(bought) };
}

const units: Readonly<Partial<Record<SpeedColumn, string>>> = {
  time: 'ms',
  lower: 'ms',
  upper: 'ms',
  outliers: 'ms',
  gpu: 'ms',
  bytes: 'B',
  there: 'ms',
};

/** Numbers in plain units, so that a spreadsheet can go on with them. */
export function speedCsv({ plainColumns: columns, rows }: SpeedTable): string {
  const quoted = (value: string | number): string =>
    typeof value === 'string' && /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value);
  const lines = [
    columns.map(({ id, title }) => quoted(units[id] ? `${title} (${units[id]})` : title)),
    ...rows.map(({ cells }) => columns.map(({ id }) => quoted(cells[id].value))),
  ];
  return `${lines.map((line) => line.join()).join('\r\n')}\r\n`;
}

/** The text of a page's table, numbers to the right, with a line before it and what has to be known of it after it. */
export function speedMarkdown(
  { columns, rows }: SpeedTable,
  title: string,
  notes: readonly string[],
): string {
  const words: readonly SpeedColumn[] = ['layer', 'kind', 'shape', 'way', 'bound'];
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    title,
    '',
    line(columns.map((column) => column.title)),
    line(columns.map(({ id }) => (words.includes(id) ? '---' : '---:'))),
    ...rows.map(({ cells }) => line(columns.map(({ id }) => cells[id].text))),
    '',
    ...notes.map((note) => `- ${note}`),
    '',
  ].join('\n');
}
