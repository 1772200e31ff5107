/**
 * Numbers as text, the same in every language: a dot, the minus sign U+2212, at most four significant digits unless a
 * number is whole. And the question a reader asks of a printed sum: do the printed numbers add up?
 */

export interface NumberFormat {
  /** Significant digits of a number that is not whole. Default 4. */
  readonly digits?: number;
  /** Decimals of a number that is not whole, whatever its significant digits; undefined: as `digits` says. */
  readonly decimals?: number | undefined;
  /** Commas between thousands, for counts. Default false. */
  readonly grouped?: boolean;
}

const minus = '−';
/** Whole numbers from here on are printed with an exponent: they no longer fit a cell. */
const widestWhole = 1e9;
const smallestPlain = 1e-3;

/** A number for a person: `-2` → '−2', `0.1234567` → '0.1235', `0.0000012` → '1.2e−6', `-0` → '0'. */
export function formatNumber(
  value: number,
  { digits = 4, decimals, grouped = false }: NumberFormat = {},
): string {
  if (Number.isNaN(value)) return 'NaN';
  const size = Math.abs(value);
  if (isFixed(value, decimals)) return fixed(value, decimals);
  const text =
    size === Infinity
      ? '∞'
      : grouped
        ? groupThousands(plain(size, digits))
        : plain(size, digits, widestWhole);
  return value < 0 ? minus + text : text;
}

/** Has the number decimals, and is their count set? Very large numbers keep their exponent. */
export function isFixed(value: number, decimals: number | undefined): decimals is number {
  return decimals !== undefined && !Number.isInteger(value) && Math.abs(value) < widestWhole;
}

/** `-0.25` with one decimal → '−0.3', half away from zero; what rounds to zero has no sign. */
export function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) > 0 ? minus + text : text;
}

/** A count, exact and with commas: `1296` → '1,296'. */
export function formatCount(count: number): string {
  return formatNumber(count, { grouped: true });
}

function plain(size: number, digits: number, limit = Infinity): string {
  if (Number.isInteger(size) && size < limit) return String(size);
  if (size >= limit || size < smallestPlain) return withExponent(size, digits);
  const whole = Math.max(Math.floor(Math.log10(size)) + 1, 1);
  return String(Number(size.toPrecision(Math.max(digits, whole))));
}

function withExponent(size: number, digits: number): string {
  const [mantissa, exponent] = size.toExponential(digits - 1).split('e');
  return `${Number(mantissa)}e${exponent.replace('-', minus).replace('+', '')}`;
}

function groupThousands(text: string): string {
  const [whole, fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The number that a printed text names; NaN where it is none. */
export function parsePrinted(text: string): number {
  return Number(text.replaceAll(minus, '-').replaceAll(',', '').replace('∞', 'Infinity'));
}

/** Whether the printed text names this very float32: then '=' may stand before it, else '≈'. */
export function isPrintedExactly(value: number, text: string): boolean {
  return Object.is(Math.fround(parsePrinted(text)) + 0, Math.fround(value) + 0);
}

/** '=' where the printed text names the value, else '≈'. */
export function equalsSign(value: number, text: string): '=' | '≈' {
  return isPrintedExactly(value, text) ? '=' : '≈';
}

/**
 * '=' where a reader who multiplies and adds the printed numbers by hand gets the printed result, else '≈'. Decimal
 * arithmetic on the texts: binary rounding must not hide in the check what it did to the sum.
 *
 * @param products each a list of printed factors
 */
export function sumSign(products: readonly (readonly string[])[], result: string): '=' | '≈' {
  const terms = products.map((factors) => factors.map(toDecimal).reduce(multiply, one));
  const wanted = toDecimal(result);
  if ([...terms, wanted].some((each) => each === null)) return '≈';
  const scale = Math.max(...[...terms, wanted].map((each) => each!.scale));
  const sum = terms.reduce((total, each) => total + rescale(each!, scale), 0n);
  return sum === rescale(wanted!, scale) ? '=' : '≈';
}

/** digits · 10^−scale; null for what is not a finite number. */
type Decimal = { readonly digits: bigint; readonly scale: number } | null;
const one: Decimal = { digits: 1n, scale: 0 };

function toDecimal(text: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e(-?\d+))?$/.exec(text.replaceAll(minus, '-').replaceAll(',', ''));
  if (!match) return null;
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(sign + whole + fraction);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

function multiply(a: Decimal, b: Decimal): Decimal {
  return a && b && { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

function rescale(value: { digits: bigint; scale: number }, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale);
}
