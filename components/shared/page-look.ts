import type { ViewTheme } from '../../src/views/theme.js';
import { isLanguageLoaded, loadLanguage, say, type Language } from '../../src/words/say.js';
import type { Parameters, WordKey } from '../../src/words/say.js';
import { languageAround, watchLanguage } from './language.js';
import { prefersReducedMotion, readTheme, schemeOf, watchSystem, type ThemeName } from './theme.js';

/** Language, colours and motion that an element takes from its page and its system, and tells when one of them changes. */
export class PageLook {
  private readonly element: HTMLElement;
  private readonly changed: () => void;
  private readonly stops: (() => void)[] = [];
  private name: ThemeName = 'auto';
  private colours: ViewTheme | null = null;
  private wanted: Language = 'en';
  private spoken: Language = 'en';
  private calm = false;

  constructor(element: HTMLElement, changed: () => void) {
    this.element = element;
    this.changed = changed;
  }

  get language(): Language {
    return this.spoken;
  }

  get reducedMotion(): boolean {
    return this.calm;
  }

  get theme(): ViewTheme {
    this.colours ??= readTheme(this.element);
    return this.colours;
  }

  readonly say = (key: WordKey, parameters?: Parameters): string => say(this.spoken, key, parameters);

  setTheme(name: ThemeName): void {
    this.name = name;
    this.look();
  }

  /** Begins to follow the page and the system; answered by {@link disconnect}. */
  connect(): void {
    const look = (): void => this.look();
    this.stops.push(watchLanguage(look), watchSystem(look));
    look();
  }

  disconnect(): void {
    for (const stop of this.stops.splice(0)) stop();
  }

  private look(): void {
    this.speak(languageAround(this.element));
    this.calm = prefersReducedMotion();
    this.element.dataset.scheme = schemeOf(this.name);
    this.colours = null;
    this.changed();
  }

  /** Speaks a language as soon as its words are there; those of before stay until then. */
  private speak(language: Language): void {
    this.wanted = language;
    if (isLanguageLoaded(language)) {
      this.spoken = language;
      return;
    }
    loadLanguage(language).then(
      () => {
        if (this.wanted !== language) return;
        this.spoken = language;
        this.changed();
      },
      () => undefined,
    );
  }
}
