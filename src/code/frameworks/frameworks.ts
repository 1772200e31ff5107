/** Every layer that is read, and whose a name is that two frameworks have. */
import type { Call, Program } from '../expressions.js';
import { lastName } from '../readers.js';
import type { Report } from '../report.js';
import type { Signature } from '../signature.js';
import { keras } from './keras.js';
import { onnx } from './onnx.js';
import { paddle } from './paddle.js';
import { pytorch } from './pytorch.js';
import { tfjs } from './tfjs.js';

const signatures: readonly Signature[] = [...pytorch, ...keras, ...paddle, ...onnx, ...tfjs];

/** The layer that a call makes; undefined where it is none of ours. */
export function signatureOf(
  call: Call,
  { names }: Pick<Program, 'names'>,
  report: Report,
): Signature | undefined {
  const candidates = signatures.filter(({ name }) => name === lastName(call));
  if (candidates.length < 2) return candidates[0];
  if (candidates[0].framework === 'onnx') return withAxes(candidates, call);
  const module = call.callee.slice(0, -lastName(call).length);
  const isPaddle = names.has('paddle') || module === 'nn.';
  const isKeras = names.has('keras') || names.has('tf') || /\b(layers|keras)\./.test(module);
  if (isPaddle !== isKeras) return candidates.find(({ framework }) => (framework === 'paddle') === isPaddle);
  const [likelier] = candidates.toSorted((one, other) => strangers(call, one) - strangers(call, other));
  report.note('code.note.guessed', { name: likelier.name, framework: frameworkNames[likelier.framework] });
  return likelier;
}

/** Names for a person. */
export const frameworkNames: Readonly<Record<Signature['framework'], string>> = {
  pytorch: 'PyTorch',
  keras: 'Keras',
  paddle: 'Paddle',
  onnx: 'ONNX',
  tfjs: 'TensorFlow.js',
};

/** Keywords that a layer does not have. */
function strangers({ keywords }: Call, { readers }: Signature): number {
  return keywords.filter(({ name }) => !Object.hasOwn(readers, name)).length;
}

function withAxes(candidates: readonly Signature[], { keywords }: Call): Signature | undefined {
  const shape = keywords.find(({ name }) => name === 'kernel_shape')?.value;
  const axes = shape?.kind === 'list' && shape.items.length === 1 ? 1 : 2;
  return candidates.find((candidate) => candidate.axes === axes);
}
