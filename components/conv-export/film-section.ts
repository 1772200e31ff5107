import { html, nothing, type TemplateResult } from 'lit';
import { animationFormats } from '../../src/media/animation/types.js';
import { stretches, type Stretch } from '../../src/timeline/footage.js';
import type { Moment } from '../../src/timeline/types.js';
import { formatCount } from '../../src/words/numbers.js';
import type { WordKey } from '../../src/words/say.js';
import type { Lab } from '../shared/lab.js';
import {
  mostFrames,
  rates,
  sizeOf,
  sizes,
  speeds,
  type FilmChoices,
  type Length,
  type SizeName,
} from './film-choices.js';
import { isInsecure, printedSeconds, type FilmDesk, type FilmOutcome } from './film-desk.js';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/** The section of animations: choices, start, progress, and what became of the last one. */
export function renderFilm(lab: Lab, desk: FilmDesk, moment: Moment): TemplateResult {
  return html`<details
    class="film"
    @toggle=${(event: Event) => {
      desk.open = (event.currentTarget as HTMLDetailsElement).open;
    }}
  >
    <summary>${lab.say('film.title')}</summary>
    ${desk.open ? renderOpen(lab, desk, moment) : nothing}
  </details>`;
}

function renderOpen(lab: Lab, desk: FilmDesk, moment: Moment): TemplateResult {
  const length = desk.lengthOf(moment);
  return html`<div class="inside">
    <p class="help">${lab.say('film.intro')}</p>
    <fieldset ?disabled=${desk.progress !== null}>
      <legend class="visually-hidden">${lab.say('film.title')}</legend>
      <div class="choices">${renderSelects(lab, desk, moment)}</div>
      ${renderUnable(lab, desk)} ${renderSwitches(lab, desk)}
    </fieldset>
    ${renderAct(lab, desk, length)}
    <div role="status">
      ${
        desk.outcome
          ? html`<p class=${desk.outcome.refused ? 'refusal' : 'told'}>${desk.outcome.text}</p>`
          : nothing
      }
    </div>
    ${desk.outcome ? renderMade(lab, desk.outcome) : nothing}
  </div>`;
}

function renderSelects(lab: Lab, desk: FilmDesk, { plan }: Moment): TemplateResult[] {
  const { choices, unable } = desk;
  const select = (
    name: WordKey,
    options: readonly Option[],
    chosen: string | number,
    choose: (value: string) => Partial<FilmChoices>,
  ): TemplateResult =>
    html`<label>
      ${lab.say(name)}
      <select
        aria-describedby=${name === 'film.format' && unable?.length ? 'unable' : nothing}
        @change=${(event: Event) => desk.choose(choose((event.target as HTMLSelectElement).value))}
      >
        ${options.map(
          ({ value, label, disabled = false }) =>
            html`<option value=${value} ?disabled=${disabled} ?selected=${value === String(chosen)}>
              ${label}
            </option>`,
        )}
      </select>
    </label>`;
  const numbers = (values: readonly number[], unit = ''): Option[] =>
    values.map((value) => ({ value: String(value), label: `${value}${unit}` }));
  const formats = animationFormats.map((value) => ({
    value,
    label: lab.say(`film.format.${value}`),
    disabled: unable?.includes(value) ?? false,
  }));
  const parts = stretches
    .filter((stretch) => stretch !== 'stage' || plan.stages.length > 1)
    .map((value) => ({ value, label: lab.say(`film.stretch.${value}`) }));
  return [
    select('film.format', formats, choices.format, (value) => ({
      format: value as FilmChoices['format'],
    })),
    select('film.size', sizeOptions(lab), choices.size, (value) => ({ size: value as SizeName })),
    select('film.rate', numbers(rates), choices.framesPerSecond, (value) => ({
      framesPerSecond: Number(value),
    })),
    select('film.stretch', parts, choices.stretch, (value) => ({ stretch: value as Stretch })),
    select('film.speed', numbers(speeds, '×'), choices.speed, (value) => ({ speed: Number(value) })),
  ];
}

function sizeOptions(lab: Lab): Option[] {
  const names = [...(Object.keys(sizes) as SizeName[]), 'page'] as const;
  return names.map((value) => ({
    value,
    label: lab.say(value === 'page' ? 'film.size.page' : 'film.size.fixed', { ...sizeOf(lab, value) }),
  }));
}

/** Why some formats cannot be chosen. */
function renderUnable(lab: Lab, { unable }: FilmDesk): TemplateResult | typeof nothing {
  if (!unable || unable.length === 0) return nothing;
  const formats = unable.map((format) => lab.say(`film.format.${format}`)).join(', ');
  return html`<p class="help" id="unable">
    ${isInsecure() ? lab.say('film.insecure') : lab.say('film.unable', { formats })}
  </p>`;
}

function renderSwitches(lab: Lab, desk: FilmDesk): TemplateResult {
  const { still, choices } = desk;
  const values = { still, hold: choices.hold, caption: choices.caption };
  return html`${(['still', 'hold', 'caption'] as const).map(
    (name) =>
      html`<label class="as-text">
        <input
          type="checkbox"
          .checked=${values[name]}
          @change=${(event: Event) => desk.choose({ [name]: (event.target as HTMLInputElement).checked })}
        />
        ${lab.say(`film.${name}`)}
      </label>`,
  )}`;
}

/** How long it becomes and the button that starts it, or how far it is and the button that ends it. */
function renderAct(lab: Lab, desk: FilmDesk, length: Length): TemplateResult {
  const { progress } = desk;
  if (progress) {
    const { done, frames } = progress;
    const key = done < frames ? 'film.count' : 'film.finishing';
    return html`<div class="act">
      <button class="cancel" @click=${() => desk.cancel()}>${lab.say('film.cancel')}</button>
      <progress aria-label=${lab.say('film.progress')} max=${frames} .value=${done}></progress>
      <span class="count">${lab.say(key, { done: formatCount(done), frames: formatCount(frames) })}</span>
    </div>`;
  }
  const cannot = length.problem !== null || desk.unable?.includes(desk.choices.format) === true;
  return html`<div class="act">
    <button
      class="primary start"
      ?disabled=${cannot}
      aria-describedby="length"
      @click=${() => void desk.start()}
    >
      ${lab.say('film.start')}
    </button>
    <span id="length" class="count">
      ${lab.say(`film.${length.problem ?? 'length'}`, {
        frames: formatCount(length.frames),
        seconds: printedSeconds(length.seconds),
        most: formatCount(mostFrames),
      })}
    </span>
  </div>`;
}

/** The film itself, and a link for where a click of the page's own is not let through. */
function renderMade(lab: Lab, { made }: FilmOutcome): TemplateResult | typeof nothing {
  if (!made) return nothing;
  const { address, file } = made;
  const label = lab.say('film.preview', { name: file.name });
  return html`${
      file.blob.type === 'image/gif'
        ? html`<img src=${address} alt=${label} />`
        : html`<video src=${address} aria-label=${label} controls muted playsinline></video>`
    }
    <p class="help">
      <a href=${address} download=${file.name}>${lab.say('film.save', { name: file.name })}</a>
    </p>`;
}
