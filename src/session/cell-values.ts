/** The engine's numbers of one output cell, gathered for a view. */
import type { TermTable } from '../engine/types.js';
import { termsOf } from '../math/incidence.js';
import type { TermValue } from '../math/reference.js';
import { offsetOf } from '../math/tensor.js';
import type { Index4 } from '../math/types.js';
import type { CellValues } from '../timeline/types.js';
import type { Computation } from './compute.js';

type Products = Pick<CellValues, 'product' | 'runningSum' | 'channelSum'>;

/** A cell's numbers, cut out of the engine's table of its stage. */
export function cellValuesFromTable(
  computation: Computation,
  stage: number,
  cell: Index4,
  table: TermTable,
): CellValues {
  const start = offsetOf(computation.stages[stage].stage.output, cell) * table.terms;
  const end = start + table.terms;
  return cellValues(computation, stage, cell, {
    product: table.product.subarray(start, end),
    runningSum: table.runningSum.subarray(start, end),
    channelSum: table.channelSum.subarray(start, end),
  });
}

/** The same from the engine's answer for this one cell. */
export function cellValuesFromTerms(
  computation: Computation,
  stage: number,
  cell: Index4,
  terms: readonly TermValue[],
): CellValues {
  return cellValues(computation, stage, cell, {
    product: Float32Array.from(terms, (term) => term.product),
    runningSum: Float32Array.from(terms, (term) => term.runningSum),
    channelSum: Float32Array.from(terms, (term) => term.channelSum),
  });
}

function cellValues(
  { stages, sums }: Computation,
  index: number,
  cell: Index4,
  products: Products,
): CellValues {
  const { stage, input, weights, bias, output } = stages[index];
  const terms = termsOf(stage, cell);
  const offset = offsetOf(stage.output, cell);
  return {
    stage: index,
    cell,
    input: Float32Array.from(terms, (term) =>
      term.input ? input.data[offsetOf(stage.input, term.input)] : 0,
    ),
    weight: Float32Array.from(terms, (term) => weights.data[offsetOf(stage.weightShape, term.weight)]),
    ...products,
    bias: bias ? bias.data[cell[3]] : null,
    sum: sums[index].data[offset],
    output: output.data[offset],
  };
}
