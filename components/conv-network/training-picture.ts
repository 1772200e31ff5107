import { html, svg, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { trainingBatch, trainingRuns, trainingSource } from '../../src/networks/index.js';
import {
  curveChart,
  gapOf,
  phases,
  quantities,
  runFacts,
  runNames,
  valueOf,
  type CurveChart,
  type Phase,
  type Quantity,
  type RunName,
} from '../../src/views/networks/training.js';
import { formatNumber } from '../../src/words/numbers.js';
import type { Surroundings } from '../shared/surroundings.js';

interface TrainingOptions {
  readonly room: number;
  readonly line: number;
  readonly around: Surroundings;
}

type Series = `${RunName}.${Phase}`;

const epochCount = Math.max(...trainingRuns.map(({ epochs }) => epochs.length));

/** Four decimals, as they were printed. */
function printed(value: number): string {
  return formatNumber(value, { decimals: 4 });
}

/** Two training runs as curves; an epoch can be chosen, and series hidden. */
export class TrainingPicture {
  private readonly host: ReactiveControllerHost;
  private readonly hidden = new Set<Series>();
  /** From 0. */
  private epoch = epochCount - 1;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
  }

  private set(change: () => void): void {
    change();
    this.host.requestUpdate();
  }

  private press(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const places: Readonly<Record<string, number>> = {
      ArrowLeft: Math.max(this.epoch - 1, 0),
      ArrowRight: Math.min(this.epoch + 1, epochCount - 1),
      Home: 0,
      End: epochCount - 1,
    };
    if (!Object.hasOwn(places, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    this.set(() => (this.epoch = places[event.key]));
  }

  private point(event: PointerEvent, { epochs }: CurveChart): void {
    const x = event.clientX - (event.currentTarget as Element).getBoundingClientRect().left;
    const distances = epochs.map((at) => Math.abs(at - x));
    const nearest = distances.indexOf(Math.min(...distances));
    if (nearest !== this.epoch) this.set(() => (this.epoch = nearest));
  }

  render(options: TrainingOptions): TemplateResult {
    const { say } = options.around;
    const caption = say('network.training.caption', {
      epochs: epochCount,
      batch: trainingBatch,
      source: trainingSource,
    });
    return html`<p class="note">${caption}</p>
      <fieldset class="series">
        <legend class="visually-hidden">${say('network.training.series')}</legend>
        ${runNames.flatMap((run) => phases.map((phase) => this.renderSwitch(run, phase, options)))}
      </fieldset>
      <div
        class="curves"
        tabindex="0"
        role="group"
        aria-label=${caption}
        aria-description=${say('network.training.keys')}
        @keydown=${(event: KeyboardEvent) => this.press(event)}
      >
        ${quantities.map((quantity) => this.renderChart(quantity, options))}
      </div>
      ${this.renderEpoch(options)} ${renderFacts(options)}`;
  }

  private renderSwitch(run: RunName, phase: Phase, { around }: TrainingOptions): TemplateResult {
    const series: Series = `${run}.${phase}`;
    const toggle = (event: Event): void =>
      this.set(() => {
        if ((event.target as HTMLInputElement).checked) this.hidden.delete(series);
        else this.hidden.add(series);
      });
    return html`<label data-run=${run}
      ><input type="checkbox" data-series=${series} .checked=${!this.hidden.has(series)} @change=${toggle} />
      <svg class="sample" viewBox="0 0 28 10" aria-hidden="true">
        <path class=${phase} d="M0 5H28"></path>
      </svg>
      ${around.say(`network.training.${series}`)}</label
    >`;
  }

  private renderChart(quantity: Quantity, { room, line, around }: TrainingOptions): TemplateResult {
    const width = room >= 44 * line ? (room - line) / 2 : room;
    const height = Math.min(0.62 * width, 17 * line);
    const chart = curveChart(trainingRuns, quantity, [width, height], line);
    const [first, last] = [chart.epochs[0], chart.epochs[epochCount - 1]];
    const size = 0.54 * line;
    const curves = chart.curves.filter(({ run, phase }) => !this.hidden.has(`${run}.${phase}`));
    const at = chart.epochs[this.epoch];
    return html`<svg
      class="chart"
      data-quantity=${quantity}
      width=${width}
      height=${height}
      font-size=${size}
      aria-hidden="true"
      focusable="false"
      @pointermove=${(event: PointerEvent) => this.point(event, chart)}
      @pointerdown=${(event: PointerEvent) => this.point(event, chart)}
    >
      <rect class="ground" width=${width} height=${height}></rect>
      ${chart.ticks.map(
        (tick) =>
          svg`<path class="rule" d="M${first} ${tick.at}H${last}"></path><text class="tick" text-anchor="end" x=${first - 0.3 * line} y=${tick.at + size / 3}>${formatNumber(tick.value)}</text>`,
      )}
      ${chart.epochs.map((x, index) => svg`<text class=${index === this.epoch ? 'tick now' : 'tick'} text-anchor="middle" x=${x} y=${height - 0.4 * line}>${index + 1}</text>`)}
      <path class="cursor" d="M${at} 0V${height - 1.4 * line}"></path>
      ${curves.map(
        ({ run, phase, path, points }) =>
          svg`<g data-run=${run}><path class=${phase} d=${path}></path><circle cx=${points[this.epoch].x} cy=${points[this.epoch].y} r=${0.2 * line}></circle></g>`,
      )}
      <text
        class="title"
        x=${first + 0.4 * line}
        y=${quantity === 'accuracy' ? height - 2 * line : size + 0.2 * line}
      >
        ${around.say(`network.training.axis.${quantity}`)}
      </text>
    </svg>`;
  }

  /** Every number of the chosen epoch. */
  private renderEpoch({ around: { say } }: TrainingOptions): TemplateResult {
    const epochs = trainingRuns.map((run) => run.epochs[this.epoch]);
    const rows = [
      ['accuracy', epochs.map((epoch) => printed(valueOf(epoch, 'accuracy', 'training')))],
      ['validation-accuracy', epochs.map((epoch) => printed(valueOf(epoch, 'accuracy', 'validation')))],
      ['gap', epochs.map((epoch) => printed(gapOf(epoch)))],
      ['loss', epochs.map((epoch) => printed(valueOf(epoch, 'loss', 'training')))],
      ['validation-loss', epochs.map((epoch) => printed(valueOf(epoch, 'loss', 'validation')))],
      ['seconds', epochs.map(({ seconds }) => formatNumber(seconds))],
      ['step', epochs.map(({ millisecondsPerStep }) => formatNumber(millisecondsPerStep))],
    ] as const;
    const title = say('network.training.epoch', { epoch: this.epoch + 1 });
    return html`<div class="visually-hidden" role="status">${title}</div>
      <label class="epoch"
        ><span class="name">${title}</span
        ><input
          type="range"
          aria-label=${say('network.training.epoch.name')}
          min="1"
          max=${epochCount}
          .value=${`${this.epoch + 1}`}
          @input=${(event: Event) => this.set(() => (this.epoch = Number((event.target as HTMLInputElement).value) - 1))}
      /></label>
      <table class="epoch-numbers">
        <caption class="visually-hidden">
          ${title}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${title}</span></th>
            ${runNames.map((run) => html`<th scope="col" class="number" data-run=${run}>${say(`network.training.${run}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([key, values]) =>
              html`<tr data-number=${key}>
                <th scope="row">${say(`network.training.${key}`)}</th>
                ${values.map((value) => html`<td class="number">${value}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>`;
  }
}

/** What both runs come to. */
function renderFacts({ around: { say } }: TrainingOptions): TemplateResult {
  const facts = trainingRuns.map(runFacts);
  const [standard, separable] = facts;
  const ratio = (one: number, other: number): string => formatNumber(one / other, { digits: 3 });
  return html`${facts.map(
      ({ bestAccuracy, lowestLoss, lastGap }, index) =>
        html`<p>
          ${say('network.training.best', {
            name: say(`network.training.${runNames[index]}`),
            accuracy: printed(bestAccuracy.value),
            accuracyEpoch: bestAccuracy.epoch,
            loss: printed(lowestLoss.value),
            lossEpoch: lowestLoss.epoch,
            gap: printed(lastGap),
          })}
        </p>`,
    )}
    <p data-fact="time">
      ${say('network.training.time', {
        macs: ratio(standard.macs, separable.macs),
        seconds: ratio(standard.seconds, separable.seconds),
        standardSeconds: standard.seconds,
        separableSeconds: separable.seconds,
        standardStep: formatNumber(standard.millisecondsPerStep),
        separableStep: formatNumber(separable.millisecondsPerStep),
      })}
    </p>`;
}
