/** The golden layer tables, typed; rows that a golden table names alike are told apart by their place. */
import golden from '../golden/networks.json';
import type { NetworkRow, Shape } from '../../src/networks/index.js';

export interface GoldenCounts {
  readonly params: number;
  readonly trainable: number;
  readonly nonTrainable: number;
  readonly macs: number;
  readonly effectiveMacs?: number;
}

export interface GoldenRow extends GoldenCounts {
  readonly name: string;
  readonly op: string;
  readonly inputShape: Shape;
  readonly inputShapes?: readonly Shape[];
  readonly outputShape: Shape;
  readonly from: readonly string[];
  readonly kernel?: readonly number[];
  readonly stride?: readonly number[];
  readonly dilation?: readonly number[];
  readonly padding?: readonly number[];
  readonly groups?: number;
  readonly bias?: boolean;
  readonly parts?: Readonly<Record<'depthwise' | 'pointwise', { params: number; macs: number }>>;
}

export interface GoldenModule extends Omit<GoldenCounts, 'effectiveMacs'> {
  readonly module: string;
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  readonly convWeights: number;
  readonly convBiases: number;
}

export interface GoldenNetwork {
  readonly id: string;
  readonly totals: Required<GoldenCounts> & {
    readonly byKind: Readonly<Record<string, { layers: number; params: number; macs: number }>>;
  };
  readonly layers: readonly GoldenRow[];
  readonly modules?: readonly GoldenModule[];
  readonly variants?: readonly (Required<GoldenCounts> & { alpha: number; resolution: number })[];
}

export const goldenNetworks = golden.networks as unknown as readonly GoldenNetwork[];

export function goldenNetwork(wanted: string): GoldenNetwork {
  return goldenNetworks.find(({ id }) => id === wanted)!;
}

/** A golden name of what a row does, from ours. */
const ops: Readonly<Record<string, string>> = {
  standard: 'conv2d',
  pointwise: 'conv2d',
  depthwise: 'depthwiseConv2d',
  separable: 'separableConv2d',
  dense: 'linear',
  'batch-norm': 'batchNorm',
  'max-pool': 'maxPool',
  'average-pool': 'avgPool',
  'global-average-pool': 'globalAvgPool',
  'adaptive-average-pool': 'adaptiveAvgPool',
  'local-response-norm': 'localResponseNorm',
  relu: 'relu',
  relu6: 'relu6',
  'h-swish': 'hardSwish',
  'hard-sigmoid': 'hardSigmoid',
};

export function goldenOp({ kind, asked }: NetworkRow): string {
  const word = asked.op === 'activation' ? asked.activation! : kind;
  return ops[word] ?? word;
}

/** A kind's name in golden `byKind`, which sets pointwise layers apart. */
export function goldenKind(kind: string): string {
  return kind === 'pointwise' ? 'pointwise (conv2d 1x1)' : (ops[kind] ?? kind);
}

/** A golden table with names made unique and sources as places. */
export function placesOf(rows: readonly GoldenRow[]): number[][] {
  const last = new Map<string, number>();
  return rows.map(({ name, from }, place) => {
    const sources = from.map((source) => last.get(source)!);
    last.set(name, place);
    return sources;
  });
}
