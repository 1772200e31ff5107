import { LitElement } from 'lit';
import { attributesOf } from './attribute-text.js';

/**
 * The root of all elements. An attribute that is taken away, as frameworks do for a value of theirs that is undefined, or that says
 * no number where one is wanted, leaves its property as it was before the attribute came. Lit alone would make it null or NaN, which
 * no property of ours is meant to be.
 */
export abstract class RestoringElement extends LitElement {
  /** By attribute. */
  private readonly valuesBefore = new Map<string, unknown>();

  override attributeChangedCallback(name: string, before: string | null, text: string | null): void {
    const attribute = attributesOf(this).find((each) => each.name === name);
    if (before === null) this.valuesBefore.set(name, attribute?.value);
    const saysNothing = text === null || Number.isNaN(attribute?.read(text));
    if (attribute && saysNothing && !attribute.isFlag) attribute.value = this.valuesBefore.get(name);
    else super.attributeChangedCallback(name, before, text);
  }
}
