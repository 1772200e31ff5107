/** Tensors as code. */
import type { Tensor } from '../../math/types.js';

const widest = 96;

/** The shortest decimal that names the float32. */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return `${value + 0}`;
  for (let digits = 1; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return `${Number(text)}`;
  }
  return `${Number(value.toPrecision(9))}`;
}

/** A tensor with its axes in another order, as numpy's transpose makes it. */
export function permuted({ shape, data }: Tensor, order: readonly number[]): Tensor {
  const steps = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const result = new Float32Array(data.length);
  const newShape = order.map((axis) => shape[axis]);
  const newSteps = order.map((axis) => steps[axis]);
  let from: number[] = [0];
  newShape.forEach((size, axis) => {
    from = from.flatMap((base) => Array.from({ length: size }, (_, index) => base + index * newSteps[axis]));
  });
  from.forEach((place, index) => (result[index] = data[place]));
  return { shape: newShape, data: result };
}

/** Nested lists in square brackets; what does not fit a line is broken after its commas. */
export function nestedText({ shape, data }: Tensor, indent = ''): string {
  const inner = `${indent}    `;
  const size = data.length / shape[0];
  const items = Array.from({ length: shape[0] }, (_, index) =>
    shape.length === 1
      ? numberText(data[index])
      : nestedText({ shape: shape.slice(1), data: data.subarray(index * size, (index + 1) * size) }, inner),
  );
  const line = `[${items.join(', ')}]`;
  if (!line.includes('\n') && line.length + indent.length <= widest) return line;
  return `[\n${wrapped(items, inner)},\n${indent}]`;
}

/** Plain numbers, as many to a line as fit. */
export function flatText({ data }: Tensor, indent = ''): string {
  const line = `[${Array.from(data, numberText).join(', ')}]`;
  if (line.length + indent.length <= widest) return line;
  return `[\n${wrapped(Array.from(data, numberText), `${indent}  `)},\n${indent}]`;
}

function wrapped(items: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const fits = last !== undefined && !`${last}${item}`.includes('\n') && !item.includes('[');
    if (fits && indent.length + last.length + item.length + 2 <= widest)
      lines[lines.length - 1] = `${last}, ${item}`;
    else lines.push(item);
  }
  return lines.map((line) => `${indent}${line}`).join(',\n');
}
