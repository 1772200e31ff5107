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

/** The tag of a holder around an element that the page has not upgraded yet. */
export function undefinedHolderAround(element: HTMLElement): string | null {
  const around = element.parentElement?.closest(holders.map((tag) => `${tag}:not(:defined)`).join());
  return around ? around.localName : null;
}
