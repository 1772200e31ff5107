import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { Surroundings } from './surroundings.js';
import type { ThemeName } from './theme.js';

/** What the laboratories share: a theme, a language, and one event for whatever a person changes. */
export abstract class Laboratory extends LitElement {
  /** `paper`, `board`, or `auto` for the system's; in a lab the lab's counts. */
  @property() theme: ThemeName = 'auto';

  protected readonly surroundings = new Surroundings(this);

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('theme')) this.surroundings.setTheme(this.theme);
  }

  /** Tells the page that a person changed something. */
  protected tell(): void {
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }
}
