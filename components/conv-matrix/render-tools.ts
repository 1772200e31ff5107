/** What a person can do to the sheet: turn it, choose a stage and an order, zoom. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CellOrder } from '../../src/math/matrix-places.js';
import type { Say } from '../../src/views/say.js';

export interface ToolState {
  /** Name of the matrix that a turn brings up. */
  readonly turnTo: string;
  readonly turned: boolean;
  readonly stages: number;
  /** Counted from 1; undefined for the one that runs. */
  readonly stage: number | undefined;
  /** null where there is one order only. */
  readonly order: CellOrder | null;
  /** It can be shown how the sheet comes about. */
  readonly unrolls: boolean;
  readonly zoomable: { readonly in: boolean; readonly out: boolean };
}

export interface ToolActions {
  turn(): void;
  unroll(): void;
  chooseStage(stage: number | undefined): void;
  chooseOrder(order: CellOrder): void;
  zoom(step: 1 | -1 | 0): void;
}

export function renderTools(state: ToolState, actions: ToolActions, say: Say): TemplateResult {
  const { turned, turnTo, stages, zoomable } = state;
  const turn = say(turned ? 'matrix.turn.back' : 'matrix.transpose', { name: turnTo });
  const zoomButton = (sign: string, label: string, step: 1 | -1, possible: boolean): TemplateResult =>
    html`<button
      class="square"
      aria-label=${label}
      title=${label}
      ?disabled=${!possible}
      @click=${() => actions.zoom(step)}
    >
      ${sign}
    </button>`;
  return html`<div class="tools">
    <button class="turn" @click=${() => actions.turn()}>${turn}</button>
    ${state.unrolls ? html`<button class="unroll" @click=${() => actions.unroll()}>${say('matrix.unroll')}</button>` : nothing}
    ${stages > 1 ? renderStages(state, actions, say) : nothing}
    ${state.order === null ? nothing : renderOrders(state.order, actions, say)}
    <span class="zoom" role="group" aria-label=${say('matrix.zoom')}>
      ${zoomButton('−', say('matrix.zoom.out'), -1, zoomable.out)}
      ${zoomButton('+', say('matrix.zoom.in'), 1, zoomable.in)}
      <button ?disabled=${!zoomable.out} @click=${() => actions.zoom(0)}>${say('matrix.zoom.all')}</button>
    </span>
  </div>`;
}

function renderStages({ stages, stage }: ToolState, actions: ToolActions, say: Say): TemplateResult {
  const choose = (event: Event): void => {
    const value = Number((event.target as HTMLSelectElement).value);
    actions.chooseStage(value === 0 ? undefined : value);
  };
  return html`<label
    ><span>${say('matrix.stage')}</span>
    <select class="stage" @change=${choose}>
      <option value="0" ?selected=${stage === undefined}>${say('matrix.stage.running')}</option>
      ${Array.from(
        { length: stages },
        (_, i) =>
          html`<option value=${i + 1} ?selected=${stage === i + 1}>
            ${say('matrix.stage.option', { stage: i + 1, stages })}
          </option>`,
      )}
    </select></label
  >`;
}

function renderOrders(order: CellOrder, actions: ToolActions, say: Say): TemplateResult {
  return html`<label
    ><span>${say('matrix.order')}</span>
    <select
      class="order"
      @change=${(event: Event) => actions.chooseOrder((event.target as HTMLSelectElement).value as CellOrder)}
    >
      ${(['channel', 'pixel'] as const).map(
        (each) =>
          html`<option value=${each} ?selected=${each === order}>${say(`matrix.order.${each}`)}</option>`,
      )}
    </select></label
  >`;
}
