/** A pointer that the last row sees: a ring that follows the mouse or the pen, over everything, and takes no clicks. */
export class Laser {
  private readonly host: HTMLElement;
  private following: AbortController | null = null;
  private ring: HTMLElement | null = null;

  constructor(host: HTMLElement) {
    this.host = host;
  }

  get on(): boolean {
    return this.following !== null;
  }

  set on(on: boolean) {
    if (on === this.on) return;
    if (on) this.begin();
    else this.end();
  }

  private begin(): void {
    this.following = new AbortController();
    const { signal } = this.following;
    this.ring = document.createElement('div');
    this.ring.className = 'laser';
    this.ring.ariaHidden = 'true';
    this.ring.hidden = true;
    this.host.shadowRoot?.append(this.ring);
    window.addEventListener('pointermove', (event) => this.move(event), { signal, passive: true });
  }

  private end(): void {
    this.following?.abort();
    this.following = null;
    this.ring?.remove();
    this.ring = null;
  }

  private move({ clientX, clientY }: PointerEvent): void {
    if (!this.ring) return;
    this.ring.hidden = false;
    this.ring.style.transform = `translate(${clientX}px, ${clientY}px)`;
  }
}
