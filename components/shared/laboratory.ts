import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { LaboratorySettings } from '../../src/address/page-state.js';
import { attributesOf, isTaken, type AttributeText } from './attribute-text.js';
import { RestoringElement } from './restoring-element.js';
import { Surroundings } from './surroundings.js';
import type { ThemeName } from './theme.js';

/** A setting of a link that its laboratory cannot use. */
export interface RefusedSetting {
  readonly name: string;
  readonly given: string;
  /** What holds in its place; null where the laboratory has nothing of that name. */
  readonly used: string | null;
}

/**
 * What the laboratories share: a theme, a language, one event for whatever a person changes, and their settings for a link. These are
 * the attributes of the element, so what an attribute can say comes back with a link.
 */
export abstract class Laboratory extends RestoringElement {
  /** `paper`, `board`, or `auto` for the system's; in a lab the lab's counts. */
  @property() theme: ThemeName = 'auto';

  protected readonly surroundings = new Surroundings(this);
  /** What the page shows by itself, by attribute. */
  private usualValues: ReadonlyMap<string, unknown> | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.usualValues ??= new Map(settingsOf(this).map(({ name, value }) => [name, value]));
  }

  /** How the laboratory is set: what differs from what the page shows by itself. */
  writeSettings(): LaboratorySettings {
    const entries = settingsOf(this).flatMap(({ name, value, write }): [string, string][] => {
      const text = write(value);
      return text === null || text === write(this.usualValues?.get(name)) ? [] : [[name, text]];
    });
    return Object.fromEntries(entries);
  }

  /**
   * Sets the laboratory as a link says; what it does not name is as the page has it by itself.
   * @returns what cannot be used
   */
  takeSettings(settings: LaboratorySettings): readonly RefusedSetting[] {
    const given = new Map(Object.entries(settings));
    const refused = settingsOf(this).flatMap((setting): RefusedSetting[] => {
      const { name, read, write } = setting;
      const usual = this.usualValues?.get(name);
      const text = given.get(name);
      given.delete(name);
      const value = text === undefined ? usual : read(text);
      setting.value = value === null || Number.isNaN(value) ? usual : value;
      if (text === undefined || isTaken(value, text)) return [];
      return [{ name, given: text, used: write(setting.value) ?? '–' }];
    });
    return [...refused, ...Array.from(given, ([name, text]) => ({ name, given: text, used: null }))];
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('theme')) this.surroundings.setTheme(this.theme);
  }

  /** Tells the page that a person changed something. */
  protected tell(): void {
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }
}

/** Attributes that are the page's: a link has its own name for the theme, and says nothing of where links lead. */
const ofThePage: readonly string[] = ['theme', 'page'];

function settingsOf(laboratory: Laboratory): readonly AttributeText[] {
  return attributesOf(laboratory).filter(({ name }) => !ofThePage.includes(name));
}
