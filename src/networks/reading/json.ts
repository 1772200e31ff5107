/** A network from our own JSON: { "layers": [ … ] }, or the list of rows alone. */
import { LAYER_FIELDS } from '../../variants/fields.js';
import type { LayerOp, LayerRow } from '../types.js';
import { Report } from './report.js';
import type { ReadNetwork } from './report.js';

/** Of every row. */
const placeFields = ['name', 'op', 'from', 'block', 'expects'];

const convFields = LAYER_FIELDS.map(({ name }) => name as string).filter(
  (name) => name !== 'input' && name !== 'op',
);

/** What each row knows; others have no effect. */
const fields: Readonly<Record<LayerOp, readonly string[]>> = {
  conv: convFields,
  depthwise: convFields,
  separable: convFields,
  transposed: convFields,
  dense: ['units', 'bias'],
  'batch-norm': ['scale', 'centre'],
  'other-norm': ['scale', 'centre', 'params'],
  'max-pool': ['kernel', 'stride', 'padding', 'ceil'],
  'average-pool': ['kernel', 'stride', 'padding', 'ceil'],
  input: ['shape'],
  activation: ['activation', 'params'],
  'global-average-pool': ['keepsPlane'],
  'global-max-pool': ['keepsPlane'],
  'adaptive-average-pool': ['size'],
  'zero-padding': ['padding'],
  cropping: ['padding'],
  upsampling: ['factor'],
  reshape: ['shape'],
  flatten: [],
  dropout: [],
  softmax: [],
  'local-response-norm': [],
  identity: ['params'],
  add: [],
  multiply: [],
  concat: [],
  unknown: ['type', 'output', 'params'],
};

/** Reads JSON; what it means is for `understand` to say. A row without a name is called by what it is. */
export function readNetworkJson(text: string): ReadNetwork {
  const report = new Report();
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report.problem('network.read.json', { reason }, lineOf(reason, text));
    return report.result('json', null);
  }
  const layers: unknown = Array.isArray(given) ? given : (given as { layers?: unknown } | null)?.layers;
  if (!Array.isArray(layers)) {
    report.problem('network.read.no-layers', {});
    return report.result('json', null);
  }
  const names = new Set(layers.map((row) => (row as Partial<LayerRow> | null)?.name));
  const named = layers.map((row: unknown) => (isObject(row) ? withName(row, names) : row));
  for (const row of named) if (isObject(row)) noteFields(row, report);
  return report.result('json', { layers: named as readonly LayerRow[] });
}

function isObject(row: unknown): row is Record<string, unknown> {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

function withName(row: Record<string, unknown>, names: Set<unknown>): Record<string, unknown> {
  if (row.name !== undefined) return row;
  const op = String(row.op);
  let name = op;
  for (let count = 1; names.has(name); count++) name = `${op}_${count}`;
  names.add(name);
  return { ...row, name };
}

function noteFields(row: Record<string, unknown>, report: Report): void {
  const op = String(row.op);
  if (!Object.hasOwn(fields, op)) return;
  const known = [...placeFields, ...fields[op as LayerOp]];
  for (const field of Object.keys(row).filter((each) => !known.includes(each))) {
    report.note('network.note.unknown-field', { name: String(row.name), field });
  }
}

/** The line that a JSON parser complains about: browsers tell a line, a position or the end. */
function lineOf(reason: string, text: string): number {
  const line = /line (\d+)/.exec(reason)?.[1];
  if (line !== undefined) return Number(line);
  const position = Number(/position (\d+)/.exec(reason)?.[1] ?? text.length);
  return text.slice(0, position).split('\n').length;
}
