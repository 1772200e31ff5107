import type { Lab } from './lab.js';

/** A view's question to the elements around it: whose lab do I show? The nearest holder answers. */
export class LabRequestEvent extends Event {
  static readonly type = 'conv-lab-request';
  private found: Lab | null = null;

  constructor() {
    super(LabRequestEvent.type, { bubbles: true, composed: true });
  }

  /** Lends a lab; the question goes no further. */
  answer(lab: Lab): void {
    this.found = lab;
    this.stopPropagation();
  }

  /** Asks around an element; null when nobody answers. */
  static ask(element: Element): Lab | null {
    const question = new LabRequestEvent();
    element.dispatchEvent(question);
    return question.found;
  }
}

/** Elements that hold a lab for what is inside them. */
const holders = ['conv-lab', 'conv-figure', 'conv-explorer', 'conv-lesson', 'conv-step'];

/** Calls back at once, or, where the page has not upgraded a holder around the element yet, as soon as it has. */
export function whenHolderIsThere(element: HTMLElement, then: () => void): void {
  const around = element.parentElement?.closest(holders.map((tag) => `${tag}:not(:defined)`).join());
  if (!around) then();
  else void customElements.whenDefined(around.localName).then(() => element.isConnected && then());
}
