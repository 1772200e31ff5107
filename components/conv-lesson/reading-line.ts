/** Tells which of several elements lies on a horizontal line of the window, whenever another one comes to lie on it. */
export class ReadingLine {
  private readonly reached: (element: Element) => void;
  private readonly touching = new Set<Element>();
  private observer: IntersectionObserver | null = null;

  constructor(reached: (element: Element) => void) {
    this.reached = reached;
  }

  /** @param top of the line, in pixels from the top of the window */
  watch(elements: readonly Element[], top: number): void {
    this.stop();
    const line = Math.min(Math.max(Math.round(top), 0), window.innerHeight - 1);
    const rootMargin = `${-line}px 0px ${line + 1 - window.innerHeight}px`;
    // The document as root: inside a frame of another origin the margins would be ignored without it.
    this.observer = new IntersectionObserver((entries) => this.look(elements, entries), {
      root: document,
      rootMargin,
    });
    for (const element of elements) this.observer.observe(element);
  }

  stop(): void {
    this.observer?.disconnect();
    this.observer = null;
    this.touching.clear();
  }

  private look(elements: readonly Element[], entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.touching.add(target);
      else this.touching.delete(target);
    }
    const lowest = elements.findLast((element) => this.touching.has(element));
    if (lowest) this.reached(lowest);
  }
}
