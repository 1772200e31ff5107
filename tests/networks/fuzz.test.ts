import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  peakActivationBytes,
  readNetwork,
  receptiveFields,
  swapAll,
  swapped,
  totals,
  understand,
} from '../../src/networks/index.js';
import type { NetworkSpec } from '../../src/networks/index.js';

const ops =
  'input conv depthwise separable transposed dense batch-norm other-norm max-pool average-pool activation global-average-pool global-max-pool adaptive-average-pool zero-padding cropping upsampling reshape flatten dropout softmax identity add multiply concat unknown'.split(
    ' ',
  );
const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const numbers = fc.constantFrom(0, 1, 2, 3, 4, 8, -1, 1.5, 2 ** 40);
const odd = fc.oneof(
  numbers,
  fc.array(numbers, { maxLength: 4 }),
  fc.constantFrom<unknown>('same', 'valid', 'relu', '', null, true, false, {}, [[]], 'x'),
);
const fields =
  'shape filters kernel stride dilation padding groups bias units params output size factor activation expects multiplier type ceil scale'.split(
    ' ',
  );
const row = fc
  .record({
    op: fc.constantFrom(...ops),
    name: fc.constantFrom(...names),
    from: fc.option(fc.array(fc.constantFrom(...names), { maxLength: 3 }), { nil: undefined }),
    given: fc.dictionary(fc.constantFrom(...fields), odd, { maxKeys: 4 }),
  })
  .map(({ given, ...rest }) => ({ ...given, ...rest }));
const start = { op: 'input', name: 'input', shape: [8, 8, 4] };

it('understands any rows or says why not, with whole numbers', () => {
  const property = fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
    const read = readNetwork(JSON.stringify([start, ...rows]));
    const spec = read.spec as NetworkSpec;
    const network = understand(spec);
    const sum = totals(network.rows);
    expect([sum.params, sum.macs, sum.usefulMacs].every(Number.isInteger)).toBe(true);
    expect(Number.isInteger(peakActivationBytes(network.rows).int8)).toBe(true);
    expect(receptiveFields(network.rows)).toHaveLength(network.rows.length);
    understand(swapped(spec, network.rows, swapAll(network.rows, 'separable')));
  });
  fc.assert(property, { numRuns: 1000, seed: 20261129 });
});
