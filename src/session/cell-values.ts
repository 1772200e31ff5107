import type { TermTable } from '../engine/types.js';
import { offsetOf } from '../math/tensor.js';
import type { Frame, StageView, CellValues } from '../timeline/types.js';

/** A cell's numbers, cut out of the engine's table of its stage. */
export function cellValuesFromTable(view: StageView, table: TermTable, frame: Frame): CellValues {
  const start = offsetOf(view.stage.output, frame.cell) * table.terms;
  const end = start + table.terms;
  return {
    ...readsOf(view, frame),
    product: table.product.subarray(start, end),
    runningSum: table.runningSum.subarray(start, end),
    channelSum: table.channelSum.subarray(start, end),
  };
}

/** What a cell reads and what came out, without its products and sums. */
export function readsOf(
  { stage, input, weights, bias, output }: StageView,
  { terms, cell }: Frame,
): Omit<CellValues, 'product' | 'runningSum' | 'channelSum'> {
  return {
    stage: stage.index,
    cell,
    input: Float32Array.from(terms, (term) =>
      term.input ? input.data[offsetOf(stage.input, term.input)] : 0,
    ),
    weight: Float32Array.from(terms, (term) => weights.data[offsetOf(stage.weightShape, term.weight)]),
    bias: bias ? bias.data[cell[3]] : null,
    output: output.data[offsetOf(stage.output, cell)],
  };
}
