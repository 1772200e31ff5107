/** What one output of each row sees of the network's input. */
import type { FieldStep } from '../math/index.js';
import { pairOf, sidesOf } from '../variants/pair.js';
import { jumpOf, pixels, throughCopies, throughShift, throughStage, united, widest } from './axis-field.js';
import type { AxisField } from './axis-field.js';
import type { NetworkRow } from './types.js';

export interface RowField {
  /** Size, jump and start along windows and stamps, borders left aside; null where the whole plane is seen anyway. */
  readonly step: FieldStep | null;
  /** Whether each output depends on every pixel too: behind a global pool, a flattened plane, a squeeze-and-excite. */
  readonly whole: boolean;
}

/** `axes` is null where nothing but the whole plane is seen. */
interface Seen {
  readonly axes: readonly [rows: AxisField, columns: AxisField] | null;
  readonly whole: boolean;
}

const everything: Seen = { axes: null, whole: true };

/** One entry a row; null where there is no plane to see, or a row in between has no known rule. */
export function receptiveFields(rows: readonly NetworkRow[]): readonly (RowField | null)[] {
  const seen: (Seen | null)[] = [];
  for (const row of rows) {
    const sources = row.from.map((index) => seen[index]);
    seen.push(row.output === null || sources.includes(null) ? null : seenBy(row, sources as Seen[]));
  }
  return seen.map((each) => each && { step: each.axes && stepOf(each.axes), whole: each.whole });
}

function stepOf([rows, columns]: readonly [AxisField, AxisField]): FieldStep {
  const [vertical, horizontal] = [widest(rows), widest(columns)];
  return {
    size: [vertical.size, horizontal.size],
    jump: [jumpOf(rows), jumpOf(columns)],
    start: [vertical.start, horizontal.start],
  };
}

function seenBy({ asked, inputs, stages }: NetworkRow, sources: readonly Seen[]): Seen | null {
  const [source] = sources;
  switch (asked.op) {
    case 'input':
      return asked.shape.length === 3 ? { axes: [pixels, pixels], whole: false } : null;
    case 'unknown':
      return null;
    case 'add':
    case 'multiply':
    case 'concat':
      return sources.reduce<Seen | null>((all, each) => all && together(all, each), everythingOf(sources));
    case 'flatten':
    case 'global-average-pool':
    case 'global-max-pool':
      return everything;
    case 'reshape':
      return source.axes === null ? source : null;
    case 'adaptive-average-pool':
      return adapted(source, inputs[0]!, pairOf(asked.size, 1)!);
    case 'upsampling': {
      const factor = pairOf(asked.factor ?? 2, 1)!;
      return along(source, (field, axis) => throughCopies(field, factor[axis]));
    }
    case 'zero-padding':
    case 'cropping': {
      const sides = sidesOf(asked.padding)!;
      const sign = asked.op === 'cropping' ? -1 : 1;
      return along(source, (field, axis) => throughShift(field, sign * sides[2 * axis]));
    }
    default:
      return along(source, (field, axis) =>
        stages.reduce((reached, stage) => throughStage(reached, stage, axis), field),
      );
  }
}

function along(seen: Seen, step: (field: AxisField, axis: 0 | 1) => AxisField): Seen {
  const { axes, whole } = seen;
  return axes ? { axes: [step(axes[0], 0), step(axes[1], 1)], whole } : seen;
}

/** A start for joining: nothing seen but what is whole. */
function everythingOf(sources: readonly Seen[]): Seen {
  return { axes: null, whole: sources.some(({ whole }) => whole) };
}

function together(one: Seen, other: Seen): Seen | null {
  const whole = one.whole || other.whole;
  if (!one.axes || !other.axes) return { axes: one.axes ?? other.axes, whole };
  const rows = united(one.axes[0], other.axes[0]);
  const columns = united(one.axes[1], other.axes[1]);
  return rows && columns && { axes: [rows, columns], whole };
}

/** A pool of whole windows where the sizes divide; else its windows differ, and no rule is known. */
function adapted(
  source: Seen,
  [height, width]: readonly number[],
  size: readonly [number, number],
): Seen | null {
  if (height % size[0] !== 0 || width % size[1] !== 0) return null;
  const windows = [height / size[0], width / size[1]] as const;
  return along(source, (field, axis) => throughWindows(field, windows[axis]));
}

function throughWindows(field: AxisField, window: number): AxisField {
  const pool = { op: 'conv', kernel: [window, window], stride: [window, window], dilation: [1, 1] } as const;
  return throughStage(field, { ...pool, padding: [0, 0, 0, 0] }, 0);
}
