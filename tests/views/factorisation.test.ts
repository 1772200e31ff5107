/** The factorisation laboratory's lines and sentences. */
import { describe, expect, it } from 'vitest';
import { kernelRanks } from '../../src/math/kernel-rank.js';
import { composeSeparable } from '../../src/math/compose.js';
import { plan, reference, tensor, type Tensor } from '../../src/math/index.js';
import type { StageView } from '../../src/timeline/types.js';
import {
  layerSentence,
  matrixLabel,
  rankLines,
  rankSentence,
  saves,
  shareText,
  spectrumOf,
} from '../../src/views/factorisation/model.js';
import { mulberry32, randomIntegers } from '../fixtures/random-spec.js';
import { chinese, english, standardMoment } from './moments.js';

const ranksOf = (values: readonly number[], columns = 3) =>
  kernelRanks(tensor([values.length / columns, columns], values));

const sobel = [-1, 0, 1, -2, 0, 2, -1, 0, 1];
const laplacian = [0, 1, 0, 1, -4, 1, 0, 1, 0];

describe('the ranks of a kernel', () => {
  it('have a line each, as many as the rank', () => {
    expect(rankLines(ranksOf(sobel))).toEqual([
      { rank: 1, weights: '6', error: '0', share: '0 %', saves: true, exact: true },
    ]);
    expect(rankLines(ranksOf(laplacian))).toEqual([
      { rank: 1, weights: '6', error: '0.449', share: '10.1 %', saves: true, exact: false },
      { rank: 2, weights: '12', error: '0', share: '0 %', saves: false, exact: true },
    ]);
    expect(rankLines(ranksOf(Array.from({ length: 9 }, () => 0)))).toHaveLength(1);
  });

  it('mean something for the weights', () => {
    expect(rankSentence(ranksOf(sobel), english)).toContain(
      '6 numbers decide all 9 weights; the others are redundant',
    );
    expect(rankSentence(ranksOf(laplacian), english)).toContain('their 12 numbers save nothing against 9');
    const two = Array.from({ length: 49 }, (_, tap) => (tap % 8 === 0 && tap < 16 ? 1 : 0));
    expect(rankSentence(ranksOf(two, 7), english)).toContain('28 numbers in place of 49');
    expect(rankSentence(ranksOf([0, 0, 0]), english)).toContain('rank 0');
    expect(rankSentence(ranksOf(sobel), chinese)).toContain('冗余');
  });

  it('are printed without the rounding of the decomposition', () => {
    expect([shareText(3e-17), shareText(0.5), shareText(0.12345)]).toEqual(['0 %', '50 %', '12.3 %']);
    expect(matrixLabel('Kernel', [1, -2, 0.5, 0], 2, english)).toBe('Kernel: 1 −2; 0.5 0');
  });

  it(`of a column after a row: two convolutions give what the nearest kernel gives (seed 7)`, () => {
    const random = mulberry32(7);
    const { factors, steps } = kernelRanks(randomIntegers([3, 3], random));
    const input = randomIntegers([1, 7, 7, 1], random);
    const [{ column, row }] = factors;
    const stages = [{ weights: tensor([3, 1, 1, 1], column) }, { weights: tensor([1, 3, 1, 1], row) }];
    const twoSteps = reference(plan([{ input: [7, 7, 1], kernel: [3, 1] }, { kernel: [1, 3] }]), {
      input,
      stages,
    });
    const oneStep = reference(plan({ input: [7, 7, 1] }), {
      input,
      weights: tensor([3, 3, 1, 1], steps[0].values),
    });
    const differences = [...twoSteps.data].map((value, i) => Math.abs(value - oneStep.data[i]));
    expect(Math.max(...differences)).toBeLessThan(1e-3);
  });
});

describe('the ranks of a layer', () => {
  const viewOf = (weights: Tensor): StageView => ({ ...standardMoment(0).stages[0], weights });

  it('are redundant where the layer was made of slices and mixes', () => {
    const random = mulberry32(3);
    const composed = composeSeparable(
      randomIntegers([3, 3, 1, 3], random),
      randomIntegers([1, 1, 3, 4], random),
      3,
    );
    const spectrum = spectrumOf(viewOf(composed))!;
    expect([saves(spectrum), spectrum.multiplierNeeded]).toEqual([true, 1]);
    expect(layerSentence(spectrum, english)).toContain('39 weights in place of 108');
  });

  it('are full for the worked example’s three textures, and absent for grouped layers and large ones', () => {
    const view = standardMoment(0).stages[0];
    const spectrum = spectrumOf(view)!;
    expect(spectrum).toBe(spectrumOf(view));
    expect(layerSentence(spectrum, english)).toContain('its 156 weights save nothing against 108');
    expect(spectrumOf({ ...view, stage: { ...view.stage, groups: 3 } })).toBeNull();
    expect(spectrumOf(viewOf(tensor([3, 3, 64, 64], 0)))).toBeNull();
  });
});
