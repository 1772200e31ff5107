/** The room's public names. */

export * from './types.js';
export { DEFAULTS, FIELDS, fieldOf } from './fields.js';
export type { Field, FieldType } from './fields.js';
export { axisSettingOf, outputSizeFormula } from './geometry.js';
export { ConvError } from './problem.js';
export type { ConvErrorCode } from './problem.js';
export { plan } from './plan.js';
export {
  addendsPerOutput,
  axesOf,
  bigAt,
  channelsOf,
  channelsPerGroup,
  groupOf,
  meetings,
  outputsFedBy,
  readRange,
  readSide,
  smallAt,
  tapAt,
  termsOf,
  termsPerOutput,
  writtenSide,
} from './incidence.js';
export type { Axis, Meeting, Side, Span } from './incidence.js';
export { indexAt, offsetOf, sizeOf, tensor, zeros } from './tensor.js';
export { checkTensors, stageTensorsOf } from './check-tensors.js';
export { assertRunnable, reference, referenceAt, termValues } from './reference.js';
export type { ReferenceOptions, TermValue } from './reference.js';
export { counts, matrixEntries } from './counts.js';
export type { Counts, StageCounts } from './counts.js';
export { adjoint, LARGEST_MATRIX, multiply, multiplyTransposed, unrolledMatrix } from './matrix.js';
export type { SparseMatrix } from './matrix.js';
export { displayOrder, displayPlaces, matrixSize, weightAtPlace } from './matrix-places.js';
export type { CellOrder, MatrixSize } from './matrix-places.js';
export { chainedMatrix, product, transpose } from './matrix-product.js';
export { LONGEST_RANKED_SIDE, rankOf } from './matrix-rank.js';
export { pixelsSeen, receptiveField } from './receptive-field.js';
export type { Coverage, FieldStep, PoolLayer, ReceptiveField, StackLayer } from './receptive-field.js';
export { activate, activationSlope } from './activation.js';
export { cellAtPlace, gatherForm, placeOfCell, stampCanvas } from './gather-form.js';
export type { CanvasAxis, GatherForm, StretchedAxis } from './gather-form.js';
export { loneStage } from './lone-stage.js';
export type { StageChange } from './lone-stage.js';
export { interiorSpan, overlap, spreadOf } from './overlap.js';
export type { Overlap, OverlapSpread } from './overlap.js';
export { gradients } from './gradients.js';
export type { Gradients } from './gradients.js';
