/** The headless part: shapes, counts, the CPU reference and the WebGL2 engine. No dependency, no DOM needed to import. */
export {
  ConvError,
  counts,
  DEFAULTS,
  FIELDS,
  gradients,
  indexAt,
  multiply,
  multiplyTransposed,
  offsetOf,
  overlap,
  receptiveField,
  reference,
  referenceAt,
  sizeOf,
  tensor,
  termValues,
  unrolledMatrix,
  zeros,
} from './math/index.js';
export type * from './math/index.js';
export { plan } from './variants/plan-layer.js';
export type { LayerSpec, VariantName } from './variants/types.js';
export { parseLayer } from './code/parse-layer.js';
export { codeLanguages, toCode } from './code/to-code.js';
export type * from './code/types.js';
export { createEngine } from './engine/engine.js';
export { EngineError } from './engine/errors.js';
export type { EngineErrorCode } from './engine/errors.js';
export type * from './engine/types.js';
