/** A row or a column with its numbers, as one line of text. */
import type { Activation } from '../../math/types.js';
import { equalsSign, formatNumber, sumSign } from '../../words/numbers.js';
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
  return line.axis === 'row' ? rowFormula(line, activation) : columnFormula(line);
}

function rowFormula({ entries, result, bias }: Line, activation: Activation): string {
  if (entries.some(({ factor }) => factor === null)) return '';
  const shown = entries.slice(0, mostProducts);
  const addends = shown.map(productText);
  if (entries.length > shown.length) addends.push('…');
  if (entries.length === 0) addends.push('0');
  if (bias !== null) addends.push(bracketed(bias));
  const sum = addends.join(' + ');
  const whole = activation === 'none' ? sum : `${activationNames[activation]}(${sum})`;
  if (result === null) return whole;
  const text = formatNumber(result);
  const factors = [
    ...entries.map(({ value, factor }) => [formatNumber(value), formatNumber(factor ?? 0)]),
    ...(bias === null ? [] : [[formatNumber(bias)]]),
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

function columnFormula({ entries }: Line): string {
  const [first] = entries;
  if (!first || first.factor === null) return '';
  const weights = entries.slice(0, mostProducts).map(({ value }) => formatNumber(value));
  if (entries.length > weights.length) weights.push('…');
  return `${formatNumber(first.factor)}·(${weights.join(', ')})`;
}

function productText({ value, factor }: LineEntry): string {
  return `${bracketed(value)}·${bracketed(factor ?? 0)}`;
}

function bracketed(value: number): string {
  const text = formatNumber(value);
  return value < 0 ? `(${text})` : text;
}
