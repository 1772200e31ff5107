/** Type that the last row can read, as a share of the window's height: no text becomes smaller than this. */
const legible = 0.018;
/** From one size that is tried to the next, in em. */
const finer = 0.04;

/** Lines that run over the whole width of a slide; more stand in columns. */
const mostWideLines = 3;

/**
 * Sets a longer text in columns, and one that is too long for its slide smaller, as far as it can be read; what is longer even so is
 * scrolled.
 */
export class Fit {
  private readonly host: HTMLElement;
  private readonly sizes = new ResizeObserver(() => this.later());
  private asked = 0;
  private step: Element | undefined;

  constructor(host: HTMLElement) {
    this.host = host;
    this.sizes.observe(host);
  }

  /** Follows what is said in a step: answers come with their numbers, and the reason with the answer. */
  watch(step: Element | undefined): void {
    if (step === this.step) return;
    if (this.step) this.sizes.unobserve(this.step);
    this.step = step;
    if (!step) return;
    this.sizes.observe(step);
    this.text?.scrollTo(0, 0);
  }

  stop(): void {
    cancelAnimationFrame(this.asked);
    this.sizes.disconnect();
    this.host.style.removeProperty('--_slide-text');
    this.host.removeAttribute('data-columns');
  }

  /** What is measured must not change while it is. */
  private later(): void {
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => this.fit());
  }

  fit(): void {
    const { text, host } = this;
    if (!text) return;
    const { fontSize } = getComputedStyle(document.documentElement);
    const least = Math.min((legible * window.innerHeight) / Number.parseFloat(fontSize), 1);
    host.style.setProperty('--_slide-text', '1em');
    host.removeAttribute('data-columns');
    host.toggleAttribute('data-columns', this.lines > mostWideLines);
    for (let size = 1; ; size = Math.max(size - finer, least)) {
      host.style.setProperty('--_slide-text', `${size.toFixed(3)}em`);
      if (size === least || text.scrollHeight <= text.clientHeight) return;
    }
  }

  /** Below the heading, as the text is set at the moment. */
  private get lines(): number {
    const { step } = this;
    if (!step) return 0;
    const blocks = step.querySelectorAll<HTMLElement>(':scope > :not([slot], h2, h3)');
    const height = [...blocks].reduce((sum, { offsetHeight }) => sum + offsetHeight, 0);
    return height / Number.parseFloat(getComputedStyle(step).lineHeight);
  }

  private get text(): Element | null | undefined {
    return this.host.shadowRoot?.querySelector('.text');
  }
}
