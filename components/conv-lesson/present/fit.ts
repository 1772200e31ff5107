/** Sizes of a slide's text, in em, from the one that it would have: the first in which all of it is seen. */
const sizes = [1, 0.9, 0.8, 0.72] as const;

/** Makes the text of a step that is too long for its slide a little smaller; what is longer even so is scrolled. */
export class Fit {
  private readonly host: HTMLElement;
  private readonly sizes = new ResizeObserver(() => this.later());
  private asked = 0;

  constructor(host: HTMLElement) {
    this.host = host;
    this.sizes.observe(host);
  }

  /** With the next picture, when the step has its new text. */
  later(): void {
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => this.fit());
  }

  stop(): void {
    cancelAnimationFrame(this.asked);
    this.sizes.disconnect();
    this.host.style.removeProperty('--_slide-text');
  }

  private fit(): void {
    const text = this.host.shadowRoot?.querySelector('.text');
    if (!text) return;
    text.scrollTop = 0;
    for (const size of sizes) {
      this.host.style.setProperty('--_slide-text', `${size}em`);
      if (text.scrollHeight <= text.clientHeight) return;
    }
  }
}
