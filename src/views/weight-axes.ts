/** How a framework lays out the weight tensor of a stage: which axis stands where, and how long it is. */
import type { Stage } from '../math/types.js';
import { runsInLanes } from '../timeline/cells.js';
import type { Dialect } from '../words/dialect.js';

/** Names of the axes as the frameworks' own texts have them, the same in every language. */
export type WeightAxisName = 'kh' | 'kw' | 'in' | 'in/groups' | 'out' | 'out/groups' | 'multiplier';

export interface WeightAxis {
  readonly name: WeightAxisName;
  readonly size: number;
}

export interface WeightLayout {
  /** Class of the layer, e.g. 'Conv2DTranspose'. */
  readonly layer: string;
  /** From the slowest axis to the fastest. */
  readonly axes: readonly WeightAxis[];
  /** Inputs and outputs have changed places, as a transposed convolution has them. */
  readonly swapped: boolean;
  /** False where the framework has no such layer: Keras cannot divide a transposed convolution into groups. */
  readonly exists: boolean;
}

/** Keras puts the kernel's rows and columns first, PyTorch and Paddle last; all swap inputs and outputs when transposed. */
export function weightLayout(stage: Stage, dialect: Dialect): WeightLayout {
  const swapped = stage.op === 'transposed';
  const [input, output] = [stage.input[3], stage.output[3]];
  const { groups } = stage;
  const kernel: WeightAxis[] = [
    { name: 'kh', size: stage.kernel[0] },
    { name: 'kw', size: stage.kernel[1] },
  ];
  const whole = { in: { name: 'in', size: input }, out: { name: 'out', size: output } } as const;
  const divided = {
    in: groups === 1 ? whole.in : ({ name: 'in/groups', size: input / groups } as const),
    out: groups === 1 ? whole.out : ({ name: 'out/groups', size: output / groups } as const),
  };
  if (dialect !== 'keras') {
    const channels = swapped ? [whole.in, divided.out] : [whole.out, divided.in];
    return {
      layer: layerNames[dialect][Number(swapped)],
      axes: [...channels, ...kernel],
      swapped,
      exists: true,
    };
  }
  if (runsInLanes(stage)) {
    const channels = [whole.in, { name: 'multiplier', size: output / input } as const];
    return { layer: 'DepthwiseConv2D', axes: [...kernel, ...channels], swapped, exists: true };
  }
  const channels = swapped ? [whole.out, divided.in] : [divided.in, whole.out];
  const axes = [...kernel, ...channels];
  return { layer: layerNames.keras[Number(swapped)], axes, swapped, exists: !swapped || groups === 1 };
}

const layerNames: Readonly<Record<Dialect, readonly [conv: string, transposed: string]>> = {
  keras: ['Conv2D', 'Conv2DTranspose'],
  pytorch: ['Conv2d', 'ConvTranspose2d'],
  paddle: ['Conv2D', 'Conv2DTranspose'],
};

/** '(kh 3, kw 3, out 1, in 1)' */
export function printAxes({ axes }: WeightLayout): string {
  return `(${axes.map(({ name, size }) => `${name} ${size}`).join(', ')})`;
}
