import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ViewTheme } from '../../src/views/theme.js';
import {
  isLanguageLoaded,
  loadLanguage,
  say,
  type Language,
  type Parameters,
  type WordKey,
} from '../../src/words/say.js';
import { languageAround, watchLanguage } from './language.js';
import { prefersReducedMotion, readTheme, schemeOf, watchSystem, type ThemeName } from './theme.js';

type Host = ReactiveControllerHost & HTMLElement & { readonly theme: ThemeName };

/**
 * Language, colours and motion for an element that needs no session. It renders again whenever one of them changes; a language
 * is spoken as soon as its words are there.
 */
export class Surroundings implements ReactiveController {
  private readonly host: Host;
  private readonly stops: (() => void)[] = [];
  private colours: ViewTheme | null = null;
  private spoken: Language = 'en';

  constructor(host: Host) {
    this.host = host;
    host.addController(this);
  }

  get language(): Language {
    return this.spoken;
  }

  get reducedMotion(): boolean {
    return prefersReducedMotion();
  }

  /** Colours for what is drawn on a canvas. */
  get theme(): ViewTheme {
    this.colours ??= readTheme(this.host);
    return this.colours;
  }

  readonly say = (key: WordKey, parameters?: Parameters): string => say(this.spoken, key, parameters);

  hostConnected(): void {
    const look = (): void => this.host.requestUpdate();
    this.stops.push(watchLanguage(look), watchSystem(look));
  }

  hostDisconnected(): void {
    for (const stop of this.stops.splice(0)) stop();
  }

  hostUpdate(): void {
    this.host.dataset.scheme = schemeOf(this.host.theme);
    this.colours = null;
    const wanted = languageAround(this.host);
    if (isLanguageLoaded(wanted)) this.spoken = wanted;
    else
      void loadLanguage(wanted).then(
        () => this.host.requestUpdate(),
        () => undefined,
      );
  }
}
