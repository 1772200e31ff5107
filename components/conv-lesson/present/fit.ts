/** Type that the last row can read, as a share of the window's height: no text becomes smaller than this. */
const legible = 0.018;
/** From one size that is tried to the next, in em. */
const finer = 0.04;

/** Makes the text of a step that is too long for its slide smaller, as far as it can be read; what is longer even so is scrolled. */
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
    for (let size = 1; ; size = Math.max(size - finer, least)) {
      host.style.setProperty('--_slide-text', `${size.toFixed(3)}em`);
      if (size === least || text.scrollHeight <= text.clientHeight) return;
    }
  }

  private get text(): Element | null | undefined {
    return this.host.shadowRoot?.querySelector('.text');
  }
}
