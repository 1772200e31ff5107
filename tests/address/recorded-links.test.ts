/** Links that people keep must open what they opened when they were copied: recorded on 2026-11-29. A new example is added; what stands is never recorded anew. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentOfContent, planOf } from '../../src/address/content-document.js';
import { readAddress } from '../../src/address/read-address.js';
import type { PageState } from '../../src/address/page-state.js';
import { inputOf, weightsOf } from '../../src/session/source.js';
import { presets } from '../../src/variants/presets.js';

interface RecordedLink {
  readonly link: string;
  /** What it computes: shapes, and sums in which every number has its own factor. */
  readonly content: unknown;
  /** Everything else that it says. */
  readonly look: unknown;
}

const recorded = JSON.parse(
  readFileSync(new URL('recorded-links.json', import.meta.url), 'utf8'),
) as RecordedLink[];

/** A sum that changes with any number and any exchange of two; float64. */
function checkSum(data: Float32Array): number {
  return data.reduce((sum, value, place) => sum + value * ((place % 97) + 1), 0);
}

function contentOf(state: PageState): unknown {
  const document = documentOfContent(state);
  const plan = planOf(document);
  return {
    walk: document.walk,
    stages: plan.stages.map(({ op, input, output, kernel, stride, dilation, padding, groups, activation }) =>
      [op, input, kernel, stride, dilation, padding, groups, activation, output].join(' '),
    ),
    input: checkSum(inputOf(plan, document.input).data),
    weights: weightsOf(plan, document).map(({ weights, bias }) => [
      checkSum(weights.data),
      bias ? checkSum(bias.data) : null,
    ]),
  };
}

function lookOf({ preset: _p, layer: _l, source: _s, weights: _w, walk: _k, ...look }: PageState): unknown {
  return JSON.parse(JSON.stringify(look));
}

describe('a link that was copied before', () => {
  it('to every example is among the recorded ones', () => {
    const links = new Set(recorded.map(({ link }) => link));
    expect(presets.filter(({ id }) => !links.has(`v=1&preset=${id}`))).toEqual([]);
  });

  for (const { link, content, look } of recorded) {
    it(`opens the same: ${link}`, () => {
      const { state, notices } = readAddress({ hash: `#${link}` });
      expect(notices).toEqual([]);
      expect(contentOf(state)).toEqual(content);
      expect(lookOf(state)).toEqual(look);
    });
  }
});
