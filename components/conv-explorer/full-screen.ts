import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Does a part of the page fill the screen? */
export class FullScreen implements ReactiveController {
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  get on(): boolean {
    return document.fullscreenElement !== null;
  }

  hostConnected(): void {
    document.addEventListener('fullscreenchange', this.changed);
  }

  hostDisconnected(): void {
    document.removeEventListener('fullscreenchange', this.changed);
  }

  private readonly changed = (): void => this.host.requestUpdate();
}
