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
import type { Lab } from './lab.js';
import { LabRequestEvent, undefinedHolderAround } from './lab-request.js';
import { languageAround, watchLanguage } from './language.js';
import { prefersReducedMotion, readTheme, schemeOf, watchSystem, type ThemeName } from './theme.js';

/**
 * Language and colours for an element that needs no session of its own: those of the lab around it, else the page's. The element
 * renders again whenever they, or the lab, change.
 */
export class Surroundings implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly stops: (() => void)[] = [];
  private readonly changed = (): void => this.look();
  private borrowed: Lab | null = null;
  private name: ThemeName = 'auto';
  private spoken: Language = 'en';
  private colours: ViewTheme | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }

  /** The lab around the element, if there is one. */
  get lab(): Lab | null {
    return this.borrowed;
  }

  /** Null before the element is connected. */
  get theme(): ViewTheme | null {
    return this.borrowed?.theme ?? this.colours;
  }

  readonly say = (key: WordKey, parameters?: Parameters): string =>
    say(this.borrowed?.language ?? this.spoken, key, parameters);

  get language(): Language {
    return this.borrowed?.language ?? this.spoken;
  }

  get reducedMotion(): boolean {
    return prefersReducedMotion();
  }

  setTheme(name: ThemeName): void {
    this.name = name;
    if (this.host.isConnected) this.look();
  }

  hostConnected(): void {
    const pending = undefinedHolderAround(this.host);
    if (pending) void customElements.whenDefined(pending).then(() => this.host.isConnected && this.join());
    else this.join();
  }

  hostDisconnected(): void {
    for (const stop of this.stops.splice(0)) stop();
    this.borrowed = null;
  }

  private join(): void {
    const lab = LabRequestEvent.ask(this.host);
    this.borrowed = lab;
    if (lab) {
      lab.addEventListener('change', this.changed);
      this.stops.push(() => lab.removeEventListener('change', this.changed));
    } else {
      this.stops.push(watchLanguage(this.changed), watchSystem(this.changed));
    }
    this.look();
  }

  private look(): void {
    if (!this.borrowed) {
      this.host.dataset.scheme = schemeOf(this.name);
      this.colours = readTheme(this.host);
      this.speak(languageAround(this.host));
    }
    this.host.requestUpdate();
  }

  /** Speaks a language as soon as its words are there; those of before stay until then. */
  private speak(language: Language): void {
    if (isLanguageLoaded(language)) {
      this.spoken = language;
      return;
    }
    loadLanguage(language).then(
      () => this.host.isConnected && this.look(),
      () => undefined,
    );
  }
}
