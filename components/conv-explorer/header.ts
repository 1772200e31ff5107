import { html, nothing, type TemplateResult } from 'lit';
import { wayBackIn } from '../../src/address/way-back.js';
import { dialects, type Dialect } from '../../src/words/dialect.js';
import type { Language } from '../../src/words/say.js';
import { languages } from '../shared/languages.js';
import type { SessionController } from '../shared/session-controller.js';
import type { ThemeName } from '../shared/theme.js';
import { renderSelect } from './select.js';

const themes = ['auto', 'paper', 'board'] as const satisfies readonly ThemeName[];

/** What holds for the whole page, and what changes it. */
export interface PageChoices {
  readonly lab: SessionController;
  readonly theme: ThemeName;
  readonly dialect: Dialect;
  readonly chooseLanguage: (code: Language) => void;
  readonly chooseTheme: (theme: ThemeName) => void;
  readonly chooseDialect: (dialect: Dialect) => void;
}

interface Header {
  readonly choices: PageChoices;
  /** Address of the lessons. */
  readonly lessons: string | undefined;
  /** Ways to other layers, and what is done with this one. */
  readonly tools: TemplateResult;
  readonly help: () => void;
  /** Is there room for all choices, and not for the language only? */
  readonly roomy: boolean;
}

/** The site's name, the way to the lessons and examples, and what holds for the whole page. */
export function renderHeader({ choices, lessons, tools, roomy, help }: Header): TemplateResult {
  const { lab } = choices;
  return html`<header>
    <div class="title">
      <h1>${lab.say('app.name')}</h1>
      <p>${lab.say('app.tagline')}</p>
    </div>
    <div class="ways">${tools} ${lessons === undefined ? nothing : renderLessons(lab, lessons)}</div>
    <div class="choices">
      ${renderSelect({
        label: lab.say('app.language'),
        options: languages,
        value: lab.language,
        choose: choices.chooseLanguage,
      })}
      ${roomy ? renderLook(choices) : nothing}
      <button class="ask" aria-label=${lab.say('app.help')} title=${lab.say('app.help')} @click=${help}>
        <span aria-hidden="true">?</span>
      </button>
    </div>
  </header>`;
}

/** The way to the lessons; for a reader who came from one, back to its step. */
function renderLessons(lab: SessionController, lessons: string): TemplateResult {
  const back = wayBackIn(location.search);
  const folder = new URL(lessons, document.baseURI);
  return html`<nav>
    ${
      back === null
        ? html`<a href=${lessons}>${lab.say('app.lessons')}</a>`
        : html`<a href=${new URL(back, folder).href}>${lab.say('app.back')}</a>`
    }
  </nav>`;
}

/** The colours, and the framework whose names are shown. */
export function renderLook({ lab, theme, dialect, chooseTheme, chooseDialect }: PageChoices): TemplateResult {
  return html`${renderSelect({
    label: lab.say('app.theme'),
    options: themes.map((id) => ({ id, name: lab.say(`app.theme.${id}`) })),
    value: theme,
    choose: chooseTheme,
  })}
  ${renderSelect({ label: lab.say('dialect.label'), options: dialects, value: dialect, choose: chooseDialect })}`;
}
