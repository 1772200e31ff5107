import type { LitElement, ReactiveController } from 'lit';
import { Notices, type LinkNotice } from '../../src/address/notices.js';
import type { LaboratoryName, LaboratorySettings } from '../../src/address/page-state.js';
import type { Laboratory } from '../shared/laboratory.js';
import type { SitePart } from './site-parts.js';

/** Fetches the laboratory that is shown, sets it as a link says once it is there, and tells how it is set since. */
export class LaboratoryLink implements ReactiveController {
  /** What a link asks for, until the element has it. */
  private asked: { readonly id: LaboratoryName; readonly settings: LaboratorySettings } | null = null;
  private readonly host: LitElement;
  private readonly shown: () => SitePart<LaboratoryName> | undefined;
  private readonly tell: (notices: readonly LinkNotice[]) => void;

  /** @param tell gets what the laboratory could not use */
  constructor(
    host: LitElement,
    shown: () => SitePart<LaboratoryName> | undefined,
    tell: (notices: readonly LinkNotice[]) => void,
  ) {
    this.host = host;
    this.shown = shown;
    this.tell = tell;
    host.addController(this);
    host.addEventListener('change', () => host.requestUpdate());
  }

  /** A link names a laboratory and its settings, or the page without one. */
  ask(id: LaboratoryName | undefined, settings: LaboratorySettings = {}): void {
    this.asked = id === undefined ? null : { id, settings };
  }

  /** How the laboratory that is shown is set; undefined where there is none. */
  get settings(): LaboratorySettings | undefined {
    const id = this.shown()?.id;
    if (id === undefined) return undefined;
    return this.asked?.id === id ? this.asked.settings : this.elementOf(id)?.writeSettings?.();
  }

  hostUpdated(): void {
    const part = this.shown();
    if (part) void part.load().then(() => this.bring(part.id));
  }

  private bring(id: LaboratoryName): void {
    const { asked } = this;
    const element = this.elementOf(id);
    if (asked?.id !== id || !element?.takeSettings) return;
    this.asked = null;
    const notices = new Notices();
    for (const { name, given, used } of element.takeSettings(asked.settings)) {
      if (used === null) notices.add('link.unknown', { name });
      else notices.add('link.clamped', { name, value: given, used });
    }
    if (notices.all.length > 0) this.tell(notices.all);
    this.host.requestUpdate();
  }

  /** Without its methods while it is still to be fetched. */
  private elementOf(id: LaboratoryName): Partial<Laboratory> | null {
    return this.host.renderRoot.querySelector<Laboratory>(`conv-${id}`);
  }
}
