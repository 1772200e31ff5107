/** A network from what PyTorch prints of a module, or from the call of `nn.Sequential`. */
import { shapeText } from '../plain-rows.js';
import type { LayerRow, Shape } from '../types.js';
import { understand } from '../understand.js';
import { moduleTree } from './module-text.js';
import type { ModuleCall } from './module-text.js';
import { Report } from './report.js';
import type { ReadNetwork } from './report.js';
import { BadArgument, torchLayer } from './torch-layers.js';
import type { TorchLayer } from './torch-layers.js';

/** More rows than that are no network that somebody printed. */
const mostRows = 20_000;

/** Height and width of what a convolution reads, where nobody says. */
const usualSize = 224;

/**
 * Reads a print. It lists the parts of a module but not how they are connected: a Sequential's are read in order, and so are
 * those of any other module, with a note.
 *
 * @param input [H, W, C] or [C] that the network reads, which no print tells
 */
export function readTorchPrint(text: string, input?: Shape): ReadNetwork {
  const report = new Report();
  const root = moduleTree(text, report);
  if (!root) return report.result('pytorch', null);
  const reader = new ModuleReader(report);
  if (root.parts.length > 0 || root.type === 'Sequential') reader.container(root, '');
  else reader.leaf(root, root.type);
  const rows = reader.rows;
  if (rows.length === 0) report.problem('network.read.no-layers', {});
  else rows.unshift({ name: 'input', op: 'input', shape: input ?? reader.assumedInput() });
  return report.result('pytorch', { layers: withHiddenRows(rows, report) });
}

/**
 * A Linear reads a list. Where a plane comes in, `forward` must have flattened it or taken its mean, which no print tells;
 * the number of features says which of the two.
 */
function withHiddenRows(layers: readonly LayerRow[], report: Report): readonly LayerRow[] {
  const { rows } = understand({ layers });
  const places = new Map(rows.map((row) => [row.name, row]));
  const index = layers.findIndex(
    ({ op, name }) => op === 'dense' && places.get(name)?.inputs[0]?.length === 3,
  );
  if (index < 0) return layers;
  const { name, expects } = layers[index];
  const [height, width, channels] = places.get(name)!.inputs[0]!;
  const isMean = expects === channels && height * width > 1;
  if (!isMean && expects !== height * width * channels) return layers;
  const hidden = { op: isMean ? 'global-average-pool' : 'flatten', name: `${name} (forward)` } as const;
  report.note('network.note.hidden-row', { name, op: hidden.op });
  return [...layers.slice(0, index), hidden, ...layers.slice(index)];
}

class ModuleReader {
  readonly rows: LayerRow[] = [];
  readonly #report: Report;
  /** Classes that a note already tells about. */
  readonly #told = new Set<string>();

  constructor(report: Report) {
    this.#report = report;
  }

  /** Its parts one after the other. */
  container({ type, line, parts }: ModuleCall, path: string): void {
    if (type !== 'Sequential' && !this.#told.has(type)) {
      this.#told.add(type);
      this.#report.note('network.note.in-order', { name: type }, line);
    }
    for (const { labels, call } of parts) {
      for (const label of labels) {
        const name = path === '' ? label : `${path}.${label}`;
        if (this.rows.length > mostRows) return;
        if (call.parts.length > 0) this.container(call, name);
        else if (call.type !== 'Sequential') this.leaf(call, name);
      }
    }
  }

  leaf(call: ModuleCall, name: string): void {
    const found = this.#layerOf(call);
    const block = /^(.*)\.[^.]*$/.exec(name)?.[1];
    const place = { name, ...(block === undefined ? {} : { block }) };
    if (found) {
      this.rows.push({
        ...found.layer,
        ...place,
        ...(found.expects === undefined ? {} : { expects: found.expects }),
      });
      return;
    }
    this.#report.note('network.note.unknown', { name, type: call.type }, call.line);
    this.rows.push({ op: 'unknown', type: call.type, ...place });
  }

  #layerOf(call: ModuleCall): TorchLayer | null {
    try {
      return torchLayer(call);
    } catch (error) {
      if (!(error instanceof BadArgument)) throw error;
      const { argument, found } = error;
      this.#report.problem('network.read.argument', { name: call.type, argument, found }, call.line);
      return null;
    }
  }

  /** What the first row must read, as far as it says so. */
  assumedInput(): Shape {
    const first = this.rows.find(({ expects }) => expects !== undefined);
    const channels = first?.expects ?? 3;
    const plane = first?.op === 'transposed' ? 1 : usualSize;
    const shape = first?.op === 'dense' ? [channels] : [plane, plane, channels];
    this.#report.note('network.note.assumed-input', { shape: shapeText(shape) });
    return shape;
  }
}
