/** Numbers of a stack of layers, asked for with the stack as `<conv-receptive-field>` writes it: `field 3 3/2 3d2`. */
import type { ReceptiveField } from '../../src/math/receptive-field.js';
import { readStack } from '../../src/views/receptive-field/drafts.js';
import { understand, type Stack } from '../../src/views/receptive-field/stack.js';
import { percentText } from '../../src/views/percent.js';
import { formatCount, formatNumber } from '../../src/words/numbers.js';

/** Along the columns, where no axis is named: the axes of most stacks are alike. */
const columns = 1;

const quantities: Readonly<Record<string, (field: ReceptiveField, stack: Stack) => string>> = {
  'field-size': ({ size }) => size.map(formatCount).join('×'),
  field: ({ size }) => formatCount(size[columns]),
  'field-cells': ({ size: [rows, side] }) => formatCount(rows * side),
  jump: ({ jump }) => formatNumber(jump[columns]),
  'field-start': ({ start }) => formatNumber(start[columns]),
  touched: ({ coverage }) => formatCount(coverage.touched[columns]),
  'touched-cells': ({ coverage }) => formatCount(coverage.touched2d),
  'touched-percent': ({ coverage }) => percentText(coverage.coverage2d),
  paths: ({ coverage }) => coverage.pathsPerPixel[columns].map(formatCount).join(' '),
  'stack-weights': (_, { layers, kinds }) =>
    formatCount(layers.reduce((sum, { taps }, index) => sum + (kinds[index] === 'pool' ? 0 : taps), 0)),
};

/** The names that `of` may have before a stack. */
export const stackQuantityNames: readonly string[] = Object.keys(quantities);

/** The text of a quantity such as 'field 3 3/2 3'; null where there is none of that name, or no such stack. */
export function stackQuantityText(of: string): string | null {
  const [, name, line] = /^(\S+)\s+(.*)$/.exec(of.trim()) ?? ['', '', ''];
  if (!Object.hasOwn(quantities, name)) return null;
  const stack = understand(readStack(line));
  return stack.problems.length > 0 ? null : quantities[name](stack.field, stack);
}
