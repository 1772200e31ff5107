import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { AddressBar, type BrowserAddress, type Timer } from '../../src/address/address-bar.js';
import { contentOf, documentOfContent } from '../../src/address/content-document.js';
import { isHidden, type HideName } from '../../src/address/hiding.js';
import type { LinkNotice } from '../../src/address/notices.js';
import type { PageState } from '../../src/address/page-state.js';
import { readAddress } from '../../src/address/read-address.js';
import { openState, stateOf, type Surroundings } from '../../src/address/session-state.js';
import { writeAddress } from '../../src/address/write-address.js';
import { documentOf, type Document } from '../../src/session/document.js';
import type { Session } from '../../src/session/session.js';

/** The page that an address belongs to. */
export interface AddressedPage {
  /** The session, once the element is connected. */
  readonly session: () => Session | null;
  /** What is shown beyond the session; without the hidden parts, which the controller keeps. */
  readonly surroundings: () => Omit<Surroundings, 'hidden'>;
  /** Is another variant or example an entry of the browser's history? By default it is. */
  readonly keepsHistory?: boolean;
  /** Shows what an address says beyond the session. What it does not say is to be as the page has it by itself. */
  readonly take: (state: PageState, notices: readonly LinkNotice[]) => void;
}

/** The browser's address and history. */
const browserAddress: BrowserAddress = {
  get search() {
    return location.search;
  },
  get hash() {
    return location.hash;
  },
  replace: (hash) => history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`),
  push: (hash) => history.pushState(null, '', `${location.pathname}${location.search}${hash}`),
};

const browserTimer: Timer = {
  now: () => performance.now(),
  after: (milliseconds, act) => window.setTimeout(act, milliseconds),
  cancel: (handle) => window.clearTimeout(handle),
};

/**
 * Keeps the page's address and what is shown the same: reads the address as the element is connected and whenever Back, Forward or a
 * person changes it, and writes what is shown into the hash. The query is the author's and stays.
 */
export class AddressController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly page: AddressedPage;
  private readonly bar: AddressBar;
  /** What the address asks for, until the session has it. */
  private asked: PageState | null = null;
  /** What the page shows by itself; null until the session has had its first update. */
  private ground: Document | null = null;
  private hides: readonly HideName[] | undefined;
  private stopWaiting = (): void => undefined;

  constructor(
    host: ReactiveControllerHost,
    page: AddressedPage,
    bar: AddressBar = new AddressBar(browserAddress, browserTimer),
  ) {
    this.host = host;
    this.page = page;
    this.bar = bar;
    host.addController(this);
  }

  /** The parts of the page that the address leaves out. */
  get hidden(): readonly HideName[] {
    return this.hides ?? [];
  }

  /** Does the address leave out this part of the page? */
  isHidden(name: HideName): boolean {
    return isHidden(this.hides, name);
  }

  /** All that is shown, for a link of its own. */
  get state(): PageState | null {
    const session = this.page.session();
    const { hides: hidden } = this;
    return session && stateOf(session, { ...this.page.surroundings(), ...(hidden ? { hidden } : {}) });
  }

  hostConnected(): void {
    this.bar.arrive();
    this.read();
    for (const type of ['popstate', 'hashchange']) window.addEventListener(type, this.onArrival);
    window.addEventListener('pagehide', this.onLeave);
  }

  hostDisconnected(): void {
    for (const type of ['popstate', 'hashchange']) window.removeEventListener(type, this.onArrival);
    window.removeEventListener('pagehide', this.onLeave);
    this.stopWaiting();
    this.bar.flush();
  }

  /** The attributes of the element hold already; what the address says comes on top of them. */
  hostUpdate(): void {
    const session = this.page.session();
    if (!session || !this.asked) return;
    const first = this.ground === null;
    this.ground ??= session.document;
    const { asked, ground } = this;
    // The ground is known only now: what an address changes without naming a layer is a change of it.
    const state = first ? readAddress(this.bar.read(), ground).state : asked;
    this.asked = null;
    this.stopWaiting();
    this.stopWaiting = openState(session, state, { ground, first });
  }

  /** While numbers are on their way the step is still that of the layer before. */
  hostUpdated(): void {
    const session = this.page.session();
    if (!session || this.asked || session.status === 'computing' || session.status === 'empty') return;
    this.bar.show({
      place: this.page.keepsHistory === false ? '' : this.placeOf(session),
      text: () => (this.state ? writeAddress(this.state, this.given).text : ''),
    });
  }

  private placeOf(session: Session): string {
    const { preset, laboratory } = this.page.surroundings();
    return laboratory ?? preset ?? session.layer.variant ?? '';
  }

  /** What a page says that only has the query. */
  private get given(): PageState {
    const { state } = readAddress({ query: this.bar.read().query }, this.groundOrUsual);
    return state.preset === undefined
      ? { ...state, ...contentOf(documentOfContent(state, this.groundOrUsual)) }
      : state;
  }

  private get groundOrUsual(): Document {
    return this.ground ?? documentOf();
  }

  private read(): void {
    const { state, notices } = readAddress(this.bar.read(), this.groundOrUsual);
    this.asked = state;
    this.hides = state.hidden;
    this.page.take(state, notices);
    this.host.requestUpdate();
  }

  private readonly onArrival = (): void => {
    if (this.bar.arrive()) this.read();
  };

  private readonly onLeave = (): void => this.bar.flush();
}
