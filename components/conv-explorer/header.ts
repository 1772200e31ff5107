import { html, nothing, type TemplateResult } from 'lit';
import { dialects, type Dialect } from '../../src/words/dialect.js';
import type { Language } from '../../src/words/say.js';
import type { SessionController } from '../shared/session-controller.js';
import type { ThemeName } from '../shared/theme.js';
import { renderSelect } from './select.js';

const languages: readonly { readonly id: Language; readonly tag: string; readonly name: string }[] = [
  { id: 'en', tag: 'en', name: 'English' },
  { id: 'zh', tag: 'zh-Hans', name: '中文' },
];
const themes = ['auto', 'paper', 'board'] as const satisfies readonly ThemeName[];

/** The language tag of the page in one of our languages. */
export function tagOf(code: Language): string {
  return languages.find(({ id }) => id === code)?.tag ?? 'en';
}

interface Header {
  readonly lab: SessionController;
  readonly theme: ThemeName;
  readonly dialect: Dialect;
  /** Address of the lessons. */
  readonly lessons: string | undefined;
  readonly chooseLanguage: (code: Language) => void;
  readonly chooseTheme: (theme: ThemeName) => void;
  readonly chooseDialect: (dialect: Dialect) => void;
}

/** The site's name, the way to the lessons, and what holds for the whole page: language, colours, the framework whose names are shown. */
export function renderHeader(header: Header): TemplateResult {
  const { lab } = header;
  return html`<header>
    <div class="title">
      <h1>${lab.say('app.name')}</h1>
      <p>${lab.say('app.tagline')}</p>
    </div>
    ${header.lessons === undefined ? nothing : html`<nav><a href=${header.lessons}>${lab.say('app.lessons')}</a></nav>`}
    <div class="choices">
      ${renderSelect({
        label: lab.say('app.language'),
        options: languages,
        value: lab.language,
        choose: header.chooseLanguage,
      })}
      ${renderSelect({
        label: lab.say('app.theme'),
        options: themes.map((id) => ({ id, name: lab.say(`app.theme.${id}`) })),
        value: header.theme,
        choose: header.chooseTheme,
      })}
      ${renderSelect({
        label: lab.say('dialect.label'),
        options: dialects,
        value: header.dialect,
        choose: header.chooseDialect,
      })}
    </div>
  </header>`;
}
