import type { LayerFacts, StageFacts } from './facts.js';
import { flatText } from './numbers.js';

const activations: Readonly<Record<StageFacts['activation'], (value: string) => string>> = {
  none: (value) => value,
  relu: (value) => `Math.max(${value}, 0)`,
  relu6: (value) => `Math.min(Math.max(${value}, 0), 6)`,
  'h-swish': (value) => `${value} * Math.min(Math.max(${value} + 3, 0), 6) / 6`,
};

/** Indents a block by what encloses it, and closes it again. */
function nest(heads: readonly string[], body: readonly string[]): string[] {
  if (heads.length === 0) return [...body];
  const [head, ...rest] = heads;
  return [`${head} {`, ...nest(rest, body).map((line) => `  ${line}`), '}'];
}

const loop = (name: string, size: number): string => `for (let ${name} = 0; ${name} < ${size}; ${name}++)`;

/**
 * JavaScript without any library: flat arrays, channels fastest, the bounds written out. A convolution gathers, with the
 * sum in the order of the reference; a transposed one scatters.
 */
export function loopsCode({ stages, input, inputShape, comment }: LayerFacts): string {
  const size = inputShape.reduce((product, each) => product * each, 1);
  const numbers = input ? flatText(input) : `Array.from({ length: ${size} }, () => Math.random())`;
  const last = stages.length;
  return [
    `// [${inputShape.join(', ')}]: ${comment('comment.loops-order')}`,
    `const x0 = ${numbers};`,
    ...stages.flatMap((stage) => ['', ...stageLines(stage)]),
    '',
    `console.log(x${last});`,
  ].join('\n');
}

function stageLines(stage: StageFacts): string[] {
  const { index, weightShape, tensors, bias, filters, output } = stage;
  const [to, w, b] = [`x${index + 1}`, `w${index}`, `b${index}`];
  const size = output.reduce((product, each) => product * each, 1);
  const count = weightShape.reduce((product, each) => product * each, 1);
  const random = (length: number): string => `Array.from({ length: ${length} }, () => Math.random())`;
  return [
    `// [${weightShape.join(', ')}]`,
    `const ${w} = ${tensors ? flatText(tensors.weights) : random(count)};`,
    ...(bias ? [`const ${b} = ${tensors?.bias ? flatText(tensors.bias) : random(filters)};`] : []),
    `// [${output.join(', ')}]`,
    `const ${to} = new Float32Array(${size});`,
    ...(stage.isTransposed ? scatter(stage) : gather(stage)),
  ];
}

/** An expression with factors of 1 and sums of 0 left out. */
function line(name: string, factor: number, more: string, shift = 0): string {
  const product = factor === 1 ? name : `${name} * ${factor}`;
  const moved = shift === 0 ? '' : ` - ${shift}`;
  return `${product} + ${more}${moved}`;
}

function indexOf(
  batches: number,
  [height, width, channels]: readonly number[],
  at: readonly string[],
): string {
  const [row, column, channel] = at;
  const image = batches > 1 ? `(n * ${height} + ${row})` : row;
  return `(${image} * ${width} + ${column}) * ${channels} + ${channel}`;
}

function gather(stage: StageFacts): string[] {
  const { index, input, output, kernel, stride, dilation, padding, groups, weightShape } = stage;
  const [batches, height, width, channels] = input;
  const [, rows, columns, filters] = output;
  const [, , depth] = weightShape;
  const own = filters / groups;
  const first =
    groups === 1 ? '' : own === 1 ? `filter * ${depth}` : `Math.floor(filter / ${own}) * ${depth}`;
  const channel = first === '' ? 'channel' : `${first} + channel`;
  const isPadded = padding.some((side) => side > 0);
  const read = `x${index}[${indexOf(batches, [height, width, channels], ['r', 'c', channel])}]`;
  const weight = `w${index}[((i * ${kernel[1]} + j) * ${depth} + channel) * ${filters} + filter]`;
  const sum = nest(
    [loop('channel', depth), loop('i', kernel[0]), loop('j', kernel[1])],
    [
      `const r = ${line('row', stride[0], tap('i', dilation[0]), padding[0])};`,
      `const c = ${line('column', stride[1], tap('j', dilation[1]), padding[2])};`,
      ...(isPadded ? [`if (r < 0 || r >= ${height} || c < 0 || c >= ${width}) continue;`] : []),
      `sum = Math.fround(sum + Math.fround(${read} * ${weight}));`,
    ],
  );
  const to = `x${index + 1}[${indexOf(batches, [rows, columns, filters], ['row', 'column', 'filter'])}]`;
  return nest(
    [
      ...(batches > 1 ? [loop('n', batches)] : []),
      loop('row', rows),
      loop('column', columns),
      loop('filter', filters),
    ],
    ['let sum = 0;', ...sum, ...finish(stage, 'sum', to)],
  );
}

const tap = (name: string, rate: number): string => (rate === 1 ? name : `${name} * ${rate}`);

function finish({ index, bias, activation }: StageFacts, value: string, to: string): string[] {
  const biased = bias ? [`${value} = Math.fround(${value} + b${index}[filter]);`] : [];
  return [...biased, `${to} = ${activations[activation](value)};`];
}

function scatter(stage: StageFacts): string[] {
  const { index, input, output, kernel, stride, dilation, padding, groups, weightShape } = stage;
  const [batches, height, width, channels] = input;
  const [, rows, columns, filters] = output;
  const [, , own] = weightShape;
  const perGroup = channels / groups;
  const first = groups === 1 ? '' : `Math.floor(channel / ${perGroup}) * ${own} + `;
  const image = batches > 1 ? [loop('n', batches)] : [];
  const read = `x${index}[${indexOf(batches, [height, width, channels], ['row', 'column', 'channel'])}]`;
  const weight = `w${index}[((i * ${kernel[1]} + j) * ${own} + f) * ${channels} + channel]`;
  const to = `x${index + 1}[${indexOf(batches, [rows, columns, filters], ['r', 'c', `${first}f`])}]`;
  const stamps = nest(
    [
      ...image,
      loop('row', height),
      loop('column', width),
      loop('channel', channels),
      loop('i', kernel[0]),
      loop('j', kernel[1]),
    ],
    [
      `const r = ${line('row', stride[0], tap('i', dilation[0]), padding[0])};`,
      `const c = ${line('column', stride[1], tap('j', dilation[1]), padding[2])};`,
      `if (r < 0 || r >= ${rows} || c < 0 || c >= ${columns}) continue;`,
      ...nest([loop('f', own)], [`${to} += ${read} * ${weight};`]),
    ],
  );
  if (!stage.bias && stage.activation === 'none') return stamps;
  const cell = `x${index + 1}[${indexOf(batches, [rows, columns, filters], ['row', 'column', 'filter'])}]`;
  const ends = nest(
    [...image, loop('row', rows), loop('column', columns), loop('filter', filters)],
    [`let sum = ${cell};`, ...finish(stage, 'sum', cell)],
  );
  return [...stamps, ...ends];
}
