import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { NetworkRow } from '../../src/networks/index.js';
import { estimateTime, paceSet, type EstimatedLayer } from '../../src/speed/estimate.js';
import { layerKinds, type LayerKind, type Report } from '../../src/speed/types.js';
import { conditionSentence } from '../../src/views/speed/sentence.js';
import { spanText, timeText } from '../../src/views/speed/units.js';
import { formatCount } from '../../src/words/numbers.js';
import { speedEn } from '../../src/words/parts/speed.js';
import { teach } from '../../src/words/say.js';
import { SpeedWork } from '../conv-speed/work.js';
import type { Surroundings } from '../shared/surroundings.js';

teach(speedEn);

const rounds = 5;

/** The time that the network might take on this device; the device is measured when the reader asks for it, once. */
export class TimeEstimate {
  private readonly work: SpeedWork;
  private readonly set = paceSet();

  constructor(host: ReactiveControllerHost) {
    this.work = new SpeedWork(host);
  }

  private measure(): void {
    void this.work.start({ set: this.set, ways: ['fast'], rounds });
  }

  render(rows: readonly NetworkRow[], around: Surroundings): TemplateResult {
    const { say } = around;
    const { progress, ending } = this.work;
    const report = this.work.reportOf(this.set);
    const failure = ending && 'message' in ending ? say('speed.failed', { message: ending.message }) : '';
    return html`<section class="estimate" part="estimate" aria-label=${say('network.estimate')}>
      ${
        progress
          ? html`<button @click=${() => this.work.cancel()}>${say('speed.cancel')}</button>
              <progress aria-label=${say('speed.progress')} max="1" .value=${progress.share}></progress>`
          : html`<button data-does="estimate" @click=${() => this.measure()}>
              ${say(report ? 'network.estimate.again' : 'network.estimate')}
            </button>`
      }
      <p role="status">${report && !progress ? this.renderTime(rows, report, around) : failure}</p>
    </section>`;
  }

  private renderTime(
    rows: readonly NetworkRow[],
    report: Report,
    { say }: Surroundings,
  ): TemplateResult | typeof nothing {
    const estimate = estimateTime(rows.flatMap(estimated), report, 0);
    if (!estimate) return nothing;
    const { milliseconds, lower, upper, measured, borrowed } = estimate;
    const sentence = say('network.estimate.time', {
      time: timeText(milliseconds),
      span: spanText(lower, upper),
      layers: formatCount(measured),
    });
    const borrowing = borrowed.map((kind) =>
      say('network.estimate.borrowed', { kind: say(`speed.kind.${kind}`) }),
    );
    const conditions = report.conditions.map((each) => conditionSentence(each, say));
    return html`<b>${sentence}</b> ${[say('network.estimate.means'), ...borrowing, ...conditions].join(' ')}`;
  }
}

/** Rows that multiply and add; a kind that nobody measures goes with the standard layers. */
function estimated({ kind, layer, stages, macs }: NetworkRow): EstimatedLayer[] {
  if (layer === null) return [];
  const known = layerKinds.find((each): each is LayerKind => each === kind) ?? 'standard';
  return [{ kind: known, multiplyAdds: macs, stages: Math.max(stages.length, 1) }];
}
