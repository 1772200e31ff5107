import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseLayer } from '../../src/code/parse-layer.js';
import { plan } from '../../src/variants/plan-layer.js';
import { calls } from './calls.js';

const seed = 20260729;

/** Pieces of code in any order, which get further than random letters do. */
const pieces = fc.constantFrom(
  ...'( ) [ ] { } < > , = : . - + * / // % ** # " \' \\ ; @ !'.split(' '),
  ...[
    '\n',
    ' ',
    '\t',
    '\r\n',
    '"""',
    '0x1f',
    '1e999',
    '3',
    '-1',
    '1_0',
    'None',
    'True',
    'null',
    '卷积',
    '，',
    '\u{1f9ee}',
  ],
  ...[
    'nn.Conv2d(',
    'layers.Conv2D(',
    'Conv(',
    'Conv <',
    'padding=',
    '"same"',
    'kernel_size=',
    'make_node("Conv"',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'tf.layers.conv2d({',
    'nn.Sequential(',
    'kernel_shape=',
    'groups=',
  ],
);
const shuffled = fc.array(pieces, { maxLength: 40 }).map((list) => list.join(''));
const letters = fc.string({ maxLength: 80, unit: 'binary' });
/** A real call with a stretch of it replaced. */
const damaged = fc
  .tuple(fc.constantFrom(...calls.map(({ text }) => text)), fc.nat(80), fc.nat(6), shuffled)
  .map(([text, at, length, inserted]) => text.slice(0, at) + inserted + text.slice(at + length));

it('no text makes the reader throw, and what it makes can be planned', () => {
  const check = (text: string): void => {
    const { layer, problems } = parseLayer(text);
    expect(layer !== null || problems.length > 0).toBe(true);
    if (layer) plan(layer);
    for (const { line, column } of problems) expect(line > 0 && column > 0).toBe(true);
  };
  for (const texts of [shuffled, letters, damaged]) {
    fc.assert(fc.property(texts, check), { numRuns: 7000, seed });
  }
}, 60_000);

it('long texts are read in time, or refused', () => {
  const patterns = ['(', '[1,', 'a.', '"', '#', '-', 'nn.Conv2d(3,3,3)\n', '/*', 'f(', "'''", '{a:'];
  for (const pattern of patterns) parseLayer(pattern.repeat(Math.floor(49_000 / pattern.length)));
  expect(parseLayer('x'.repeat(60_000)).problems[0].key).toBe('code.problem.too-long');
}, 20_000);
