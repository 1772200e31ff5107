/** Small helpers for tests that put real elements on the page. */
import type { ConvElement } from '../../components/shared/conv-element.js';

/** Puts markup on an empty page and gives its first element. */
export function mount<Element extends HTMLElement = ConvElement>(markup: string): Element {
  document.body.innerHTML = markup;
  return document.body.firstElementChild as Element;
}

/** Resolves when a condition holds, looked at in every animation frame; rejects with its name after ten seconds. */
export async function until(condition: () => boolean, name = condition.toString()): Promise<void> {
  const end = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited in vain for ${name}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** The element's numbers are there. */
export async function computed(element: ConvElement): Promise<void> {
  await until(() => element.steps > 0, 'the first numbers');
  await element.updateComplete;
}

/** A view inside another element's shadow root. */
export function inside(element: HTMLElement, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector} inside <${element.localName}>`);
  return found;
}

/** All text that an element shows, through the shadow roots inside it, without styles and hidden parts. */
export function shownText(element: Element): string {
  if (element.matches('style, script, [hidden], .visually-hidden')) return '';
  const children = element.shadowRoot ? element.shadowRoot.childNodes : element.childNodes;
  return Array.from(children, (child) =>
    child instanceof Element ? shownText(child) : child instanceof Text ? child.data : '',
  ).join(' ');
}
