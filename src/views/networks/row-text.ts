/** What a row is, in the short notation that stands in no language: windows, strides, shapes, fields. */
import type { NetworkRow, RowField, Shape } from '../../networks/index.js';

/** '3×3', '3×3 /2', '3×3 d2', '1×7', '3×3 g4'; '' for a row without a window. */
export function windowText({ kind, stages }: NetworkRow): string {
  const [stage] = stages;
  if (!stage || kind === 'dense') return '';
  const { kernel, stride, dilation, groups } = stage;
  const parts = [
    kernel.join('×'),
    isOne(stride) ? '' : `/${pairText(stride)}`,
    isOne(dilation) ? '' : `d${pairText(dilation)}`,
    kind === 'grouped' ? `g${groups}` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

function isOne(pair: readonly [number, number]): boolean {
  return pair[0] === 1 && pair[1] === 1;
}

function pairText([rows, columns]: readonly [number, number]): string {
  return rows === columns ? `${rows}` : `${rows}×${columns}`;
}

/** '112×112×32'; '' where it is not known. */
export function outputText(shape: Shape | null): string {
  return shape === null ? '' : shape.join('×');
}

/** '43×43', '∞' for the whole plane, '' where there is none. */
export function fieldText(field: RowField | null): string {
  if (!field) return '';
  if (field.whole || !field.step) return '∞';
  return field.step.size.join('×');
}
