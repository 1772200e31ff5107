import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../../src/session/session.js';
import type { ViewTheme } from '../../src/views/theme.js';
import type { Dialect } from '../../src/words/dialect.js';
import { say, type Language, type Parameters, type WordKey } from '../../src/words/say.js';
import { Lab } from './lab.js';
import { LabRequestEvent, whenHolderIsThere } from './lab-request.js';

/**
 * Gives an element its lab: a holder makes one and lends it to the views inside; a view borrows the nearest one, or,
 * standing alone, makes its own. The element renders again whenever the lab changes.
 */
export class SessionController implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly holds: boolean;
  private own: Lab | null = null;
  private borrowed: Lab | null = null;
  private readonly render = (): void => this.host.requestUpdate();

  constructor(host: ReactiveControllerHost & HTMLElement, { holds = false } = {}) {
    this.host = host;
    this.holds = holds;
    host.addController(this);
    if (holds)
      host.addEventListener(LabRequestEvent.type, (event) => (event as LabRequestEvent).answer(this.ownLab));
  }

  /** The lab, once connected. */
  get lab(): Lab | null {
    return this.borrowed ?? this.own;
  }

  get session(): Session | null {
    return this.lab?.session ?? null;
  }

  /** Are the numbers of the layer as it is described there? */
  get isReady(): boolean {
    const { session } = this;
    return (
      session?.status === 'ready' && session.moment?.values != null && session.moment.plan === session.plan
    );
  }

  /** Is the lab this element's own, so that its attributes set the layer? */
  get ownsLab(): boolean {
    return this.own !== null && this.borrowed === null;
  }

  get language(): Language {
    return this.lab?.language ?? 'en';
  }

  get theme(): ViewTheme | null {
    return this.lab?.theme ?? null;
  }

  get dialect(): Dialect {
    return this.lab?.dialect ?? 'keras';
  }

  get reducedMotion(): boolean {
    return this.lab?.reducedMotion ?? false;
  }

  say(key: WordKey, parameters?: Parameters): string {
    return say(this.language, key, parameters);
  }

  hostConnected(): void {
    if (this.holds) this.join();
    else whenHolderIsThere(this.host, () => this.join());
  }

  hostDisconnected(): void {
    this.lab?.removeEventListener('change', this.render);
    this.borrowed = null;
    this.own?.disconnect();
  }

  private join(): void {
    if (!this.holds) this.borrowed = LabRequestEvent.ask(this.host);
    if (!this.borrowed) this.ownLab.connect();
    this.lab?.addEventListener('change', this.render);
    this.host.requestUpdate();
  }

  private get ownLab(): Lab {
    this.own ??= new Lab(this.host);
    return this.own;
  }
}
