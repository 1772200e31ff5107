/** Keeps the clock in a lesson's shadow root going, without rendering the lesson anew every second. */
export class ClockText {
  private readonly host: HTMLElement;
  private readonly text: () => string;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(host: HTMLElement, text: () => string) {
    this.host = host;
    this.text = text;
    this.timer = setInterval(() => this.show(), 1000);
  }

  show(): void {
    const place = this.host.shadowRoot?.querySelector('.clock');
    if (place) place.textContent = this.text();
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
