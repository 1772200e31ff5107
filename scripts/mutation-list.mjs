/**
 * Seeded mistakes, each of which must make the tests named beside it fail. `find` must occur exactly once in `file`.
 *
 * @typedef {{ file: string, find: string, replace: string }} Edit
 * @typedef {{ project: 'node' | 'browser', file: string, name: string }} NamedTest
 * @typedef {{ name: string, edits: Edit[], caughtBy: NamedTest[] }} Mutation
 */

const sum = 'src/engine/shaders/sum.glsl';
const incidence = 'src/engine/shaders/incidence.glsl';

/** The self-test would catch a wrong shader and put the CPU in its place; here the named test has to. */
const trustTheGpu = {
  file: 'src/engine/self-test.ts',
  find: "if (!(await agrees(backend, trial))) return 'gpu-inexact';",
  replace: 'await agrees(backend, trial);',
};

/** @returns {Edit[]} */
const shader = (file, find, replace) => [{ file, find, replace }, trustTheGpu];
/** @returns {NamedTest} */
const conformance = (name) => ({
  project: 'browser',
  file: 'tests/engine/conformance.browser.test.ts',
  name: `the webgl2-exact engine ${name}`,
});
/** @returns {NamedTest} */
const engineGolden = (name) => conformance(`golden: '${name}'`);
/** @returns {NamedTest} */
const mathGolden = (name) => ({
  project: 'node',
  file: 'tests/math/golden-conv.test.ts',
  name: `golden cases '${name}'`,
});
/** @returns {NamedTest} */
const fault = (name) => ({ project: 'browser', file: 'tests/engine/faults.browser.test.ts', name });

/** @type {Mutation[]} */
export const mutations = [
  {
    name: 'kernel turned by 180°',
    edits: shader(
      sum,
      '(row.tap * columnAxis.kernel + column.tap)',
      '(rowAxis.kernel * columnAxis.kernel - 1 - row.tap * columnAxis.kernel - column.tap)',
    ),
    caughtBy: [engineGolden('orient/impulse-k3'), engineGolden('transposed/impulse-k3-s2')],
  },
  {
    name: 'rows and columns swapped',
    edits: shader(
      'src/engine/passes.ts',
      'const [rows, columns] = axesOf(stage);',
      'const [columns, rows] = axesOf(stage);',
    ),
    caughtBy: [engineGolden('kernel/3x5-valid'), engineGolden('stride/1x2-valid')],
  },
  {
    name: 'the odd row of SAME on the wrong side',
    edits: [
      {
        file: 'src/math/geometry.ts',
        find: 'const before = Math.floor(total / 2);',
        replace: 'const before = Math.ceil(total / 2);',
      },
    ],
    caughtBy: [
      mathGolden('kernel/2x2-same'),
      mathGolden('same/n8-k3-s2'),
      mathGolden('transposed/k3-s2-same'),
    ],
  },
  {
    name: 'padding off by one',
    edits: shader(
      incidence,
      'small * axis.stride + tap * axis.dilation - axis.padBefore;',
      'small * axis.stride + tap * axis.dilation - axis.padBefore + 1;',
    ),
    caughtBy: [engineGolden('pad/2-1-0-3')],
  },
  {
    name: 'groups taken in turns instead of in blocks',
    edits: shader(
      sum,
      'cell.channel / writtenChannelsPerGroup * readChannelsPerGroup',
      'cell.channel % (writtenChannels / writtenChannelsPerGroup) * readChannelsPerGroup',
    ),
    caughtBy: [engineGolden('grouped/g2-4to4'), engineGolden('depthwise/c3-m2-same')],
  },
  {
    name: 'a sampler of medium precision',
    edits: shader(
      'src/engine/shaders/header.glsl',
      'precision highp usampler2D;',
      'precision mediump usampler2D;',
    ),
    caughtBy: [
      {
        project: 'node',
        file: 'tests/engine/shader-rules.test.ts',
        name: 'all shader sources /src/engine/shaders/header.glsl asks for no less than highp',
      },
    ],
  },
  {
    name: 'no known state after a stranger',
    edits: [
      {
        file: 'src/engine/device.ts',
        find: 'takeOver: () => resetToKnownState(gl, this.vertexArray)',
        replace: 'takeOver: () => void resetToKnownState',
      },
    ],
    caughtBy: [
      fault('the hand-over of GL state keeps results right after a stranger has left everything changed'),
    ],
  },
  {
    name: 'the state not handed over when its owner changes',
    edits: [
      {
        file: 'src/gpu/access.ts',
        find: 'if (this.owner === client && !this.options.foreign) return;',
        replace: 'if (this.owner && !this.options.foreign) return;',
      },
    ],
    caughtBy: [
      {
        project: 'browser',
        file: 'tests/gpu/context.browser.test.ts',
        name: 'the hand-over of GL state happens only when the owner changes',
      },
    ],
  },
  {
    name: 'four channels summed together across groups',
    edits: shader(
      'src/engine/shaders/output.frag.glsl',
      'writtenChannelsPerGroup % 4 == 0',
      'writtenChannels % 4 == 0',
    ),
    caughtBy: [engineGolden('grouped/g2-4to4'), conformance('1000 random specs')],
  },
  {
    name: 'the weights of four channels taken next to each other in a transposed convolution',
    edits: shader(sum, 'if (WRITTEN_SIDE == SMALL) return texelAt', 'return texelAt'),
    caughtBy: [conformance('200 random specs of whole blocks of four channels, each also cut off')],
  },
  {
    name: 'channels summed from the last to the first',
    edits: shader(
      sum,
      'for (int channel = 0; channel < readChannelsPerGroup; channel++) {',
      'for (int channel = readChannelsPerGroup - 1; channel >= 0; channel--) {',
    ),
    caughtBy: [
      conformance('a sum of channels that starts again with each channel'),
      conformance('1000 random specs'),
    ],
  },
  {
    name: 'taps of a transposed convolution summed upward',
    edits: shader(incidence, 'axis.kernel - 1 - order;', 'order;'),
    caughtBy: [conformance('every prefix of the sum, the bias being one more term')],
  },
  {
    name: 'parity of a transposed convolution off by one',
    edits: shader(incidence, 'steps % axis.stride != 0', '(steps + 1) % axis.stride != 0'),
    caughtBy: [engineGolden('transposed/impulse-k3-s2')],
  },
  {
    name: 'the bias dropped',
    edits: shader('src/engine/passes.ts', 'bias && isFinished ? 1 : 0', 'bias && upTo < 0 ? 1 : 0'),
    caughtBy: [engineGolden('channels/1to4-k3-same-bias')],
  },
  {
    name: 'h-swish with its steps in another order',
    edits: shader('src/engine/shaders/activation.glsl', 'x * ((x + 3.0) * SIXTH)', '(x * (x + 3.0)) * SIXTH'),
    caughtBy: [conformance('1000 random specs')],
  },
  {
    name: 'an activation of partial sums',
    edits: shader(
      'src/engine/passes.ts',
      'isFinished ? activationCodes[stage.activation] : activationCodes.none',
      'activationCodes[stage.activation]',
    ),
    caughtBy: [conformance('every prefix of the sum, the bias being one more term')],
  },
  {
    name: 'one term too many',
    edits: shader(sum, 'if (order >= upTo) return sums;', 'if (order > upTo) return sums;'),
    caughtBy: [conformance('every prefix of the sum, the bias being one more term')],
  },
  {
    name: 'outputPadding ignored',
    edits: [
      {
        file: 'src/math/geometry.ts',
        find: 'effectiveKernel(axis.kernel, axis.dilation) + axis.outputPadding;',
        replace: 'effectiveKernel(axis.kernel, axis.dilation);',
      },
    ],
    caughtBy: [mathGolden('transposed/k3-s2-p1-op1'), mathGolden('transposed/d3-s2-op2')],
  },
  {
    name: 'a small job cut into slices',
    edits: [
      {
        file: 'src/engine/slices.ts',
        find: 'undividedTerms = 2 ** 23',
        replace: 'undividedTerms = 0',
      },
    ],
    caughtBy: [
      {
        project: 'browser',
        file: 'tests/engine/same-task.browser.test.ts',
        name: 'with webgl2 preferred, before the next timer and frame comes an output of 16×16×16',
      },
    ],
  },
  {
    name: 'no self-test of the numbers',
    edits: [trustTheGpu],
    caughtBy: [
      fault('a GPU that cannot be had or trusted is replaced where weightTensor has half precision'),
    ],
  },
  {
    name: 'no test of the read-back',
    edits: [
      {
        file: 'src/engine/self-test.ts',
        find: "if (!readsBack(device)) return 'readback-blocked';",
        replace: 'void readsBack;',
      },
    ],
    caughtBy: [
      fault('a GPU that cannot be had or trusted is replaced by the CPU where a read-back is tampered with'),
    ],
  },
  {
    name: 'the destination of a refused read taken for a result',
    edits: [
      {
        file: 'src/engine/transfer.ts',
        find: 'if (bits[0] === sentinel || device.lost)',
        replace: 'if (device.lost)',
      },
    ],
    caughtBy: [fault('a lost context never shows what a refused read left in the destination')],
  },
  {
    name: 'an invisible figure drawn',
    edits: [
      {
        file: 'src/gpu/frame-loop.ts',
        find: 'if (![...this.dirty].some((drawable) => drawable.visible)) return;',
        replace: 'if (this.dirty.size === 0) return;',
      },
    ],
    caughtBy: [
      {
        project: 'node',
        file: 'tests/gpu/scheduler.test.ts',
        name: 'the frame loop keeps an invisible figure dirty without running, and draws it when told that it became visible',
      },
    ],
  },
];
