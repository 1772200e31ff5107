/** What is peculiar to a stage. */
import { channelsOf } from '../../math/incidence.js';
import { sizeOf } from '../../math/tensor.js';
import type { Stage } from '../../math/types.js';
import { runsInLanes } from '../../timeline/cells.js';
import type { StageView } from '../../timeline/types.js';
import type { GroupFacts, PaddingFacts, ReachFacts, StageNotes } from '../../words/note-sentence.js';

export function notesOf({ stage, turned }: StageView): StageNotes {
  const transposed = stage.op === 'transposed';
  const { padding, outputPadding } = stage;
  return {
    groups: stage.groups > 1 && !runsInLanes(stage) ? groupsOf(stage) : null,
    reach: reachOf(stage),
    padding: transposed ? null : paddingOf(stage),
    spread: transposed ? { stride: stage.stride, size: stage.output.slice(1, 3).join('×') } : null,
    crop: transposed && padding.some((size) => size > 0) ? padding : null,
    uncovered: transposed && outputPadding.some((size) => size > 0) ? outputPadding : null,
    turned,
  };
}

function groupsOf(stage: Stage): GroupFacts {
  const [read, written] = stage.op === 'conv' ? (['big', 'small'] as const) : (['small', 'big'] as const);
  const weights = sizeOf(stage.weightShape);
  const range = (side: 'big' | 'small', group: number): readonly [number, number] => {
    const { first, count } = channelsOf(stage, side, group);
    return [first + 1, first + count];
  };
  return {
    members: Array.from({ length: stage.groups }, (_, group) => ({
      filters: range(written, group),
      channels: range(read, group),
    })),
    weights,
    ungrouped: weights * stage.groups,
  };
}

/** null without holes. */
function reachOf({ op, kernel, dilation, effectiveKernel }: Stage): ReachFacts | null {
  const spread = kernel.some((size, axis) => size > 1 && dilation[axis] > 1);
  if (!spread || op === 'transposed') return null;
  return { rate: dilation, taps: kernel[0] * kernel[1], reach: effectiveKernel };
}

/** null where windows start at every cell and nothing is added round the input. */
function paddingOf(stage: Stage): PaddingFacts | null {
  const { stride, padding, paddingMode } = stage;
  const isPlain = [...stride.map((step) => step - 1), ...padding].every((extra) => extra === 0);
  if (isPlain) return null;
  return {
    stride,
    sides: padding,
    same: paddingMode === 'same',
    unread: [unreadAtEnd(stage, 0), unreadAtEnd(stage, 1)],
  };
}

/** Rows or columns at the end, padding included, that the last window does not reach. */
function unreadAtEnd(stage: Stage, axis: 0 | 1): number {
  const last = (stage.output[axis + 1] - 1) * stage.stride[axis] + stage.effectiveKernel[axis];
  return stage.padding[2 * axis] + stage.input[axis + 1] + stage.padding[2 * axis + 1] - last;
}
