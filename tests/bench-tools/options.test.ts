import { describe, expect, it } from 'vitest';
import { cases } from '../bench/engine/cases.js';
import { readOptions } from '../bench/run/options.js';

describe('the options of the benchmark', () => {
  it('are by default everything, and the document is written', () => {
    const options = readOptions([]);
    expect(options.sections).toEqual(['engine', 'calls', 'scene', 'page']);
    expect(options.cases).toHaveLength(cases.length);
    expect(options).toMatchObject({ quick: false, gpu: false, write: true, bundle: undefined });
  });

  it.each([[['--quick']], [['--only', 'scene']], [['--cases', 'tiny']]])(
    'leave the document alone for a part of it: %j',
    (given) => expect(readOptions(given).write).toBe(false),
  );

  it('write the document after a part if told so', () => {
    expect(readOptions(['--only', 'page,calls', '--write'])).toMatchObject({
      sections: ['calls', 'page'],
      write: true,
    });
  });

  it('choose cases by how they begin', () => {
    expect(readOptions(['--cases', 'tr-,tiny-tr']).cases).toEqual(['tiny-tr2x2', 'tiny-tr4x4', 'tr-64']);
  });

  it.each([
    [['--only', 'engines'], 'No section "engines"'],
    [['--cases', 'huge'], 'No case begins with huge'],
    [['--rounds', '2'], '3 or more'],
    [['--rounds', 'many'], '3 or more'],
    [['--cases', 'tiny', '--write'], 'leave --cases out'],
    [['--fast'], '--fast'],
  ])('refuse %j', (given, reason) => expect(() => readOptions(given)).toThrow(reason));
});
