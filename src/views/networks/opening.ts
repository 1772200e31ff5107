/** A row's layer as the figure can show it cell by cell: as it is, or with a smaller input and fewer filters. */
import type { NetworkRow } from '../../networks/index.js';

export type OpenedLayer = NonNullable<NetworkRow['layer']>;

export interface Opening {
  readonly layer: OpenedLayer;
  /** Output channels that it shows. */
  readonly filters: number;
  /** Whether input or filters are fewer than the row has. */
  readonly reduced: boolean;
}

/** Cells of the input that a reader can follow one by one. */
const mostCells = 600;
/** Places of a plane on each axis, unless the window needs more. */
const fewPlaces = 6;
const mostChannels = 4;
/** Channels of one place: a list can be longer, since there is nothing else. */
const mostListed = 12;
const mostGroups = 3;

/**
 * The row's layer, reduced where it is too large: kernel, stride, dilation and padding stay. The plane keeps what is left over
 * when its side is divided by the stride, so that TensorFlow's SAME pads the same sides.
 *
 * @returns null for a row without weights
 */
export function openingOf({ layer, stages }: NetworkRow): Opening | null {
  if (!layer) return null;
  const [first] = stages;
  const last = stages[stages.length - 1];
  const [, rows, columns, channels] = first.input;
  const sides = [rows, columns].map((size, axis) =>
    reducedSide(size, first.effectiveKernel[axis], first.op === 'conv' ? first.stride[axis] : 1),
  );
  const deep = rows * columns === 1 ? mostListed : mostChannels;
  const room = Math.max(1, Math.min(deep, Math.floor(mostCells / (sides[0] * sides[1]))));
  const { groups } = first;
  const parts = Math.min(groups, groups === channels ? room : mostGroups);
  const each = groups === channels ? 1 : Math.min(channels / groups, Math.max(1, Math.floor(room / parts)));
  const perGroup = Math.min(last.filters / last.groups, Math.max(1, Math.floor(mostChannels / parts)));
  // A separable layer mixes in its last stage, where groups do not bind its filters.
  const filters = layer.variant === 'separable' ? Math.min(last.filters, mostChannels) : perGroup * parts;
  const small = [...sides, parts * each];
  const reduced = String(small) !== String([rows, columns, channels]) || filters < last.filters;
  if (!reduced) return { layer, filters, reduced };
  const { outputSize: _outputSize, ...fields } = layer;
  const counted = {
    ...(layer.groups === undefined ? {} : { groups: parts }),
    // A depthwise layer has no filters of its own.
    ...(layer.variant === 'depthwise' ? {} : { filters }),
  };
  return { layer: { ...fields, input: small, ...counted }, filters, reduced };
}

/** The largest side of few places that leaves the same remainder by the stride. */
function reducedSide(size: number, reach: number, stride: number): number {
  const most = Math.max(fewPlaces, reach + stride);
  if (size <= most) return size;
  return most - ((most - (size % stride)) % stride);
}
