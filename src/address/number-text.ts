/**
 * Numbers of a tensor as text, and back, exact to the last bit of a float32. Three forms, of which the shortest is written:
 *
 * - `1,0,-2.5`: a list; one number alone stands for all of them;
 * - `~AACAPw…`: the bits, little-endian, in base64url;
 * - `@12,5,14,-1`: place and value in turn, what differs from the numbers that would stand there otherwise.
 */

export type Numbers = ArrayLike<number>;

/** More numbers than this fit into no link, be they written as short as they may. */
const mostNumbers = 2 ** 13;

/**
 * @param basis the numbers that stand there without this text; without them no differences can be written
 * @returns the shortest text, or null where even that is hopelessly long
 */
export function writeNumbers(numbers: Numbers, basis?: Numbers): string | null {
  const forms = [differences(numbers, basis)];
  if (numbers.length <= mostNumbers) forms.push(list(numbers), bits(numbers));
  const [shortest = null] = forms
    .filter((form) => form !== null)
    .sort((one, other) => one.length - other.length);
  return shortest;
}

function list(numbers: Numbers): string {
  const all = Array.from(numbers);
  return all.length > 1 && all.every((each) => Object.is(each, all[0]))
    ? numeral(all[0])
    : all.map(numeral).join();
}

function bits(numbers: Numbers): string {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  for (let place = 0; place < numbers.length; place += 1) view.setFloat32(4 * place, numbers[place], true);
  const bytes = String.fromCharCode(...new Uint8Array(view.buffer));
  return `~${btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

function differences(numbers: Numbers, basis: Numbers | undefined): string | null {
  if (basis?.length !== numbers.length) return null;
  const parts: string[] = [];
  for (let place = 0; place < numbers.length; place += 1) {
    if (Object.is(numbers[place], basis[place])) continue;
    if (parts.length > mostNumbers) return null;
    parts.push(`${place},${numeral(numbers[place])}`);
  }
  return `@${parts.join()}`;
}

/** The shortest decimal that means this float32. */
function numeral(value: number): string {
  if (Object.is(value, -0)) return '-0';
  if (Number.isSafeInteger(value) && Math.abs(value) < 2 ** 24) return String(value);
  for (let digits = 1; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short).replace('e+', 'e');
  }
  return String(Number(value.toPrecision(9))).replace('e+', 'e');
}

/** Why a text gives no numbers: it holds something else, or not as many as are needed. */
export type NumberFault =
  { readonly fault: 'not-numbers' } | { readonly fault: 'count'; readonly given: number };

/**
 * @param count how many numbers are needed
 * @param basis the numbers that stand there without this text
 */
export function readNumbers(text: string, count: number, basis: Numbers): Float32Array | NumberFault {
  const trimmed = text.trim();
  if (trimmed.startsWith('~')) return readBits(trimmed.slice(1), count);
  if (trimmed.startsWith('@')) return readDifferences(trimmed.slice(1), count, basis);
  const numbers = listIn(trimmed);
  if (!numbers || numbers.length === 0) return { fault: 'not-numbers' };
  if (numbers.length === 1) return new Float32Array(count).fill(numbers[0]);
  return numbers.length === count ? Float32Array.from(numbers) : { fault: 'count', given: numbers.length };
}

function readBits(text: string, count: number): Float32Array | NumberFault {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return { fault: 'not-numbers' };
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  if (bytes.length !== 4 * count) return { fault: 'count', given: Math.floor(bytes.length / 4) };
  const view = new DataView(new ArrayBuffer(bytes.length));
  for (let place = 0; place < bytes.length; place += 1) view.setUint8(place, bytes.charCodeAt(place));
  const numbers = Float32Array.from({ length: count }, (_, place) => view.getFloat32(4 * place, true));
  return numbers.every(Number.isFinite) ? numbers : { fault: 'not-numbers' };
}

function readDifferences(text: string, count: number, basis: Numbers): Float32Array | NumberFault {
  const parts = listIn(text);
  if (!parts || parts.length % 2 === 1) return { fault: 'not-numbers' };
  const numbers = Float32Array.from(basis);
  for (let part = 0; part < parts.length; part += 2) {
    const [place, value] = [parts[part], parts[part + 1]];
    if (!Number.isInteger(place) || place < 0 || place >= count) return { fault: 'not-numbers' };
    numbers[place] = value;
  }
  return numbers;
}

/** Numbers apart by commas or spaces, finite as float32; null where there is anything else. */
function listIn(text: string): number[] | null {
  const numbers = text
    .replaceAll('−', '-')
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(Number);
  return numbers.every((each) => Number.isFinite(Math.fround(each))) ? numbers : null;
}
