import { html, nothing, type TemplateResult } from 'lit';
import { offsetOf } from '../../src/math/tensor.js';
import type { WeightIndex } from '../../src/math/types.js';
import { fitOf, fitSentences, isFollowed, type FittedLayer } from '../../src/views/compare/fit.js';
import type { Say } from '../../src/views/say.js';

export interface FitLook {
  readonly layers: readonly FittedLayer[];
  /** The standard layer's weight that the box changes. */
  readonly weight: WeightIndex;
  readonly say: Say;
  readonly change: (value: number) => void;
  /** Gives the standard layer the separable one's weights again. */
  readonly restore: () => void;
}

/** Whether the separable layer can do what the standard one beside it does, and a weight to try it with. */
export function renderFit({
  layers,
  weight,
  say,
  change,
  restore,
}: FitLook): TemplateResult | typeof nothing {
  const fit = fitOf(layers);
  if (!fit) return nothing;
  const [standard] = layers;
  const [row, column, channel, filter] = weight.map((place) => place + 1);
  const { weights, stage } = standard.stages[0];
  const changing = (event: Event): void => {
    const { valueAsNumber } = event.target as HTMLInputElement;
    if (Number.isFinite(valueAsNumber)) change(valueAsNumber);
  };
  return html`<section class="fit" part="fit">
    <h3>${say('compare.fit')}</h3>
    ${fitSentences(fit, layers, say).map((sentence) => html`<p>${sentence}</p>`)}
    <div class="try">
      <label
        >${say('compare.fit.change', { name: standard.name, filter, channel, row, column })}
        <input
          type="number"
          step="1"
          .value=${String(weights.data[offsetOf(stage.weightShape, weight)])}
          @input=${changing}
      /></label>
      <button ?disabled=${isFollowed(fit, standard)} @click=${restore}>${say('compare.fit.restore')}</button>
    </div>
  </section>`;
}
