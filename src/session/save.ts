/** A document with all its numbers as JSON: for other programs to read, and for {@link readSaved} to open again. */
import { sizeOf } from '../math/tensor.js';
import type { Plan, Tensor } from '../math/types.js';
import { shortest } from '../media/csv.js';
import type { Document } from './document.js';
import { givenTensors, inputOf } from './source.js';

export const savedFormat = 'convscope';
/** Larger results are left out; whoever reads the file can compute them. */
const mostResults = 2 ** 16;
/** Raised when a reader of before would misunderstand. */
export const savedVersion = 1;

/**
 * The text of a saved document. Input [H, W, C] and weights [kh, kw, Cbig / groups, Csmall] (of a true convolution as they
 * are given, not turned), flat with the last axis fastest, in decimal numbers that name each float32 exactly.
 *
 * @param plan of the document; it must be legal
 * @param outputs of its stages, [N, H, W, C], where they are known and not large: for the reader, and never read back
 */
export function save(document: Document, plan: Plan, outputs: readonly Tensor[] = []): string {
  const { layer, walk, input, weights } = document;
  const whole = inputOf(plan, input);
  const shape = whole.shape.slice(1);
  const image: Tensor = { shape, data: whole.data.subarray(0, sizeOf(shape)) };
  const origin = input.kind === 'sample' ? input : input.basis;
  const saved = {
    format: savedFormat,
    version: savedVersion,
    layer,
    walk,
    input: {
      layout: 'HWC',
      ...(origin ? { sample: origin.name, seed: origin.seed } : {}),
      ...(input.kind === 'data' && input.label !== '' ? { label: input.label } : {}),
      ...plain(image),
    },
    stages: plan.stages.map((stage) => {
      const given = givenTensors(plan, stage, document);
      const output = outputs[stage.index];
      return {
        layout: 'HWIO',
        generator: weights[stage.index]?.generator,
        weights: plain(given.weights),
        ...(given.bias ? { bias: plain(given.bias) } : {}),
        ...(output && output.data.length <= mostResults ? { output: plain(output) } : {}),
      };
    }),
  };
  // Line breaks stand only between values: inside strings JSON writes them as \n. Lists of plain values get one line.
  return `${JSON.stringify(saved, null, 2).replace(/\[[^[\]{}"]*\]/g, (list) => list.replace(/\s*\n\s*/g, ' '))}\n`;
}

/** What is not finite, as an output can be, has no number in JSON and becomes a word. */
function plain({ shape, data }: Tensor): { shape: readonly number[]; values: (number | string)[] } {
  const values = Array.from(data, (value) =>
    Number.isFinite(value) ? Number(shortest(value)) : String(value),
  );
  return { shape, values };
}
