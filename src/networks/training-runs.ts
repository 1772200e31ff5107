/** Training as a text printed it: one run of each of the two VGG networks for CIFAR-10, epoch by epoch. */

/** One epoch; accuracies are shares of 1. */
export interface Epoch {
  readonly seconds: number;
  readonly millisecondsPerStep: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly validationLoss: number;
  readonly validationAccuracy: number;
}

export interface TrainingRun {
  /** Id of the recipe that was trained. */
  readonly network: string;
  readonly epochs: readonly Epoch[];
}

/** Title of the text that printed both runs; Adam, sparse categorical cross-entropy. */
export const trainingSource = 'Using Depthwise Separable Convolutions in TensorFlow';
/** Pictures of a step. */
export const trainingBatch = 128;

type Printed = readonly [
  seconds: number,
  millisecondsPerStep: number,
  loss: number,
  accuracy: number,
  validationLoss: number,
  validationAccuracy: number,
];

function epochs(rows: readonly Printed[]): readonly Epoch[] {
  return rows.map(([seconds, millisecondsPerStep, loss, accuracy, validationLoss, validationAccuracy]) => ({
    seconds,
    millisecondsPerStep,
    loss,
    accuracy,
    validationLoss,
    validationAccuracy,
  }));
}

/** The standard network, then the separable one. */
export const trainingRuns: readonly [standard: TrainingRun, separable: TrainingRun] = [
  {
    network: 'vgg-cifar',
    epochs: epochs([
      [11, 27, 1.7468, 0.4496, 1.3347, 0.5297],
      [10, 26, 1.0224, 0.6399, 0.9457, 0.6717],
      [10, 26, 0.7846, 0.7282, 0.8566, 0.7109],
      [10, 26, 0.6394, 0.7784, 0.8289, 0.7235],
      [10, 26, 0.5385, 0.8118, 0.7445, 0.7516],
      [11, 27, 0.4441, 0.8461, 0.7927, 0.7501],
      [11, 27, 0.3786, 0.8672, 0.8279, 0.7455],
      [10, 26, 0.3261, 0.8855, 0.8886, 0.756],
      [10, 27, 0.2747, 0.9044, 1.0134, 0.7387],
      [10, 26, 0.2519, 0.9126, 0.9571, 0.7484],
    ]),
  },
  {
    network: 'vgg-cifar-separable',
    epochs: epochs([
      [10, 22, 1.7578, 0.3534, 1.4138, 0.4918],
      [8, 21, 1.2712, 0.5452, 1.1618, 0.5861],
      [8, 22, 1.056, 0.6286, 0.995, 0.6501],
      [8, 21, 0.9175, 0.68, 0.9327, 0.6721],
      [9, 22, 0.7939, 0.7227, 0.8348, 0.7056],
      [8, 22, 0.712, 0.7515, 0.8228, 0.7153],
      [8, 21, 0.6346, 0.7772, 0.7444, 0.7415],
      [8, 21, 0.5534, 0.8061, 0.7417, 0.7537],
      [8, 21, 0.4865, 0.8301, 0.7348, 0.7582],
      [8, 21, 0.4321, 0.8485, 0.7968, 0.7458],
    ]),
  },
];
