/** What a stack of dilated layers touches, after each of its layers. The numbers are `receptiveField`'s. */
import { termsPerOutput } from '../../math/incidence.js';
import { plan } from '../../math/plan.js';
import { receptiveField } from '../../math/receptive-field.js';
import type { ConvSpec } from '../../math/types.js';
import type { Touched } from './types.js';

/** After the first `layers` layers; 0 layers are one pixel that sees itself. */
export function touchedAfter(specs: readonly ConvSpec[], layers: number): Touched {
  const counted = specs.slice(0, layers);
  const { size, coverage } = receptiveField(counted);
  const [paths] = coverage.pathsPerPixel;
  const densest = Math.max(...paths);
  return {
    layers: counted.length,
    size: size[0],
    paths,
    touched: coverage.touched[0],
    touched2d: coverage.touched2d,
    coverage: coverage.coverage2d,
    most: densest * densest,
    weights: weightsOf(counted, size[0]),
  };
}

/** An image of the field's size gives one output. */
function weightsOf([first, ...more]: readonly ConvSpec[], field: number): number {
  if (!first) return 0;
  const { stages } = plan([{ ...first, input: [field, field, 1] }, ...more]);
  return stages.reduce((sum, stage) => sum + termsPerOutput(stage), 0);
}

/** Paths from a pixel to the output, counted from the field's corner; 0 is a hole. */
export function pathsAt({ paths }: Touched, row: number, column: number): number {
  return paths[row] * paths[column];
}
