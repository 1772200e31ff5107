import type { ReactiveControllerHost } from 'lit';
import { languageOf, loadLanguage, say, type Language } from '../../src/words/say.js';
import { tagOf } from '../shared/languages.js';

/** The language of the whole page, its title included. */
export class PageLanguage {
  /** As a person, or the link, has chosen; without it the browser's. */
  chosen: Language | undefined;
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
  }

  /** @param code undefined: the browser's */
  choose(code: Language | undefined): void {
    this.chosen = code;
    const spoken = code ?? languageOf(navigator.language);
    document.documentElement.lang = tagOf(spoken);
    void loadLanguage(spoken).then(() => {
      document.title = `${say(spoken, 'app.name')} – ${say(spoken, 'app.tagline')}`;
    });
    this.host.requestUpdate();
  }
}
