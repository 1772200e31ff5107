import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ViewTheme } from '../../src/views/theme.js';
import { say, type Language, type Parameters, type WordKey } from '../../src/words/say.js';
import type { Lab } from './lab.js';
import { whenHolderIsThere, LabRequestEvent } from './lab-request.js';
import { PageLook } from './page-look.js';
import { prefersReducedMotion, type ThemeName } from './theme.js';

/**
 * Language and colours for an element that needs no session of its own: those of the lab around it, else the page's. The element
 * renders again whenever they, or the lab, change.
 */
export class Surroundings implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly changed = (): void => this.host.requestUpdate();
  private readonly page: PageLook;
  private borrowed: Lab | null = null;
  private isJoined = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    this.page = new PageLook(host, this.changed);
    host.addController(this);
  }

  /** The lab around the element, if there is one. */
  get lab(): Lab | null {
    return this.borrowed;
  }

  /** Null before the element is connected. */
  get theme(): ViewTheme | null {
    return this.isJoined ? (this.borrowed ?? this.page).theme : null;
  }

  get language(): Language {
    return (this.borrowed ?? this.page).language;
  }

  get reducedMotion(): boolean {
    return prefersReducedMotion();
  }

  readonly say = (key: WordKey, parameters?: Parameters): string => say(this.language, key, parameters);

  /** In a lab the lab's counts. */
  setTheme(name: ThemeName): void {
    if (!this.borrowed) this.page.setTheme(name);
  }

  hostConnected(): void {
    whenHolderIsThere(this.host, () => this.join());
  }

  hostDisconnected(): void {
    this.page.disconnect();
    this.borrowed?.removeEventListener('change', this.changed);
    this.borrowed = null;
    this.isJoined = false;
  }

  private join(): void {
    this.borrowed = LabRequestEvent.ask(this.host);
    this.isJoined = true;
    if (this.borrowed) this.borrowed.addEventListener('change', this.changed);
    else this.page.connect();
    this.changed();
  }
}
