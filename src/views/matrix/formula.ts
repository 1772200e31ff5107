/** A row or a column with its numbers, as one line of text. */
import type { Activation } from '../../math/types.js';
import { equalsSign, formatNumber, sumSign, type NumberFormat } from '../../words/numbers.js';
import type { Line, LineEntry } from './line.js';
import type { MatrixModel } from './model.js';

/** At most this many products are spelled out. */
const mostProducts = 9;

/**
 * Row: '(−5)·(−56) + 4·(−61) + 2·(−76) + (−1)·(−81) = −35', weight times number above; '' while nothing stands above.
 * Column: '2·(1, 2, 3)', one number times all of its weights.
 */
export function lineFormula({ line, view, sheet }: MatrixModel): string {
  const activation = sheet.turned ? 'none' : view.stage.activation;
  return line.axis === 'row' ? rowFormula(line, activation, view) : columnFormula(line, view);
}

function rowFormula({ entries, result, bias }: Line, activation: Activation, format: NumberFormat): string {
  if (entries.some(({ factor }) => factor === null)) return '';
  const shown = entries.slice(0, mostProducts);
  const addends = shown.map((entry) => productText(entry, format));
  if (entries.length > shown.length) addends.push('…');
  if (entries.length === 0) addends.push('0');
  if (bias !== null) addends.push(bracketed(bias, format));
  const sum = addends.join(' + ');
  const whole = activation === 'none' ? sum : `${activationNames[activation]}(${sum})`;
  if (result === null) return whole;
  const text = formatNumber(result, format);
  const factors = [
    ...entries.map(({ value, factor }) => [formatNumber(value, format), formatNumber(factor ?? 0, format)]),
    ...(bias === null ? [] : [[formatNumber(bias, format)]]),
  ];
  const sign = activation === 'none' ? sumSign(factors, text) : equalsSign(result, text);
  return `${whole} ${sign} ${text}`;
}

/** As they are printed; '' for none. */
export const activationNames: Record<Activation, string> = {
  none: '',
  relu: 'ReLU',
  relu6: 'ReLU6',
  'h-swish': 'h-swish',
};

function columnFormula({ entries }: Line, format: NumberFormat): string {
  const [first] = entries;
  if (!first || first.factor === null) return '';
  const weights = entries.slice(0, mostProducts).map(({ value }) => formatNumber(value, format));
  if (entries.length > weights.length) weights.push('…');
  return `${formatNumber(first.factor, format)}·(${weights.join(', ')})`;
}

function productText({ value, factor }: LineEntry, format: NumberFormat): string {
  return `${bracketed(value, format)}·${bracketed(factor ?? 0, format)}`;
}

function bracketed(value: number, format: NumberFormat): string {
  const text = formatNumber(value, format);
  return value < 0 ? `(${text})` : text;
}
