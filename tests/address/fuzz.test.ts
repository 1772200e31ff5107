/** Any string at all gives a state and notices: 100,000 of them, a new set with every seed. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentOfContent, planOf } from '../../src/address/content-document.js';
import { readAddress } from '../../src/address/read-address.js';
import { writeAddress } from '../../src/address/write-address.js';
import { english } from '../english.js';
import { state } from './states.js';

const seed = Number(process.env.FUZZ_SEED ?? 20261129);

const keys =
  'v preset variant input filters kernel stride dilation padding output-padding output-size groups bias biases order multiplier activation turned sample values weights bias-values walk step select camera views lab set playback-rate lang theme dialect hide __proto__ constructor x'.split(
    ' ',
  );
const oddities = [
  '%',
  '%%',
  '%E0%A4',
  '%u2028',
  '\uD800',
  '\uDFFF',
  '\0',
  '=',
  '&',
  '#',
  '?',
  ';',
  ':',
  '@',
  '~',
  ',',
  '-0',
  '1e999',
  'NaN',
  'Infinity',
  '0x10',
  '9'.repeat(40),
  '４',
  '−1',
  '=&=',
  '&&',
  '[object Object]',
  '<script>',
  'random-99999999999',
  '@0',
  '@-1,2',
];
const values = [
  'standard',
  'transposed',
  'same',
  '3x3',
  '5x5x3',
  '1',
  '0',
  '2x',
  '0,1,0,1',
  'random-3',
  '0:output:0,0,0,0',
  'gridding',
  'rates:1 2 3;kernel:5;colour',
  'scene',
  ...oddities,
];

/** Any code units, halves of surrogate pairs among them, and mostly what stands on a keyboard. */
const text = (maxLength: number) =>
  fc
    .array(fc.oneof(fc.integer({ min: 32, max: 126 }), fc.integer({ min: 0, max: 0xffff })), { maxLength })
    .map((codes) => String.fromCharCode(...codes));
const word = fc.oneof(fc.constantFrom(...values), text(12));
const pairs = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...keys), word), word), { maxLength: 6 })
  .map((all) => all.map((pair) => pair.join('=')).join('&'));
const raw = text(60);

/** Links that are sound, made once; each test string is one of them with some places spoiled. */
const sound = fc.sample(state, { numRuns: 300, seed }).map((each) => writeAddress(each).text);
const spoilt = fc
  .tuple(
    fc.constantFrom(...sound),
    fc.array(fc.record({ at: fc.nat(10_000), cut: fc.nat(9), put: fc.oneof(word, fc.constant('')) }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([link, faults]) =>
    faults.reduce((text, { at, cut, put }) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + cut);
    }, link),
  );

let count = 0;

/** Of every tenth string, what was read must be something that the page can plan and write again. */
function check(query: string, hash: string): void {
  count += 1;
  const { state: read, notices } = readAddress({ query, hash });
  for (const { key } of notices) if (!Object.hasOwn(english, key)) throw new Error(`no words for ${key}`);
  if (notices.length > 13) throw new Error(`${notices.length} notices`);
  if (count % 10 > 0) return;
  planOf(documentOfContent(read));
  writeAddress(read);
}

const tried = (strings: fc.Arbitrary<string>, numRuns: number, where: (text: string) => [string, string]) =>
  fc.assert(
    fc.property(strings, (each) => check(...where(each))),
    { numRuns, seed },
  );

it('reads 100,000 strings', { timeout: 60_000 }, () => {
  console.info(`FUZZ_SEED=${seed}`);
  count = 0;
  const before = process.cpuUsage();
  tried(spoilt, 40_000, (link) => ['', `#${link}`]);
  tried(pairs, 30_000, (link) => [`?${link}`, '']);
  tried(raw, 20_000, (link) => [link, link]);
  tried(
    fc.tuple(pairs, spoilt).map((both) => both.join('\n')),
    10_000,
    (both) => [`?${both.split('\n', 1)[0]}`, `#${both.slice(both.indexOf('\n') + 1)}`],
  );
  expect(count).toBe(100_000);
  console.info(`${(process.cpuUsage(before).user / 1e6).toFixed(1)} s`);
});

it('reads megabytes, the first 64 kB of them', () => {
  for (const piece of ['a', '%', '&', 'x=1&', 'values=', '1,', '\uD800', 'weights=;', '@1,']) {
    const text = piece.repeat(2 ** 20 / piece.length);
    expect(() => check(`?${text}`, `#values=${text}`)).not.toThrow();
    expect(readAddress({ query: `?theme=board&${text}` }).notices.map(({ key }) => key)).toContain(
      'link.long',
    );
  }
});
