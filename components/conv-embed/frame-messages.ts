import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Of the messages; a message of another version is not answered. */
export const messageVersion = 1;

/** What the page around the frame may ask for. */
const requests = ['height', 'play', 'pause', 'next', 'previous', 'seek'] as const;
type Request = (typeof requests)[number];

/** What a frame tells the page around it. */
export interface HeightMessage {
  readonly convscope: typeof messageVersion;
  readonly type: 'height';
  /** The `name` of the iframe; '' where it has none. */
  readonly name: string;
  /** Of the whole page in the frame, in CSS pixels. */
  readonly height: number;
}

/** What can be asked of the element in the frame. */
export interface Played {
  play(): void;
  pause(): void;
  next(): void;
  previous(): void;
  step: number;
}

/**
 * Tells the page around a frame how high the page in it is, whenever that changes, and does what that page asks. Nothing is said of
 * what is shown, so any page may hear it; only the page around the frame is listened to.
 */
export class FrameMessages implements ReactiveController {
  private readonly host: ReactiveControllerHost & Played;
  private readonly sizes: ResizeObserver | null;
  private told = 0;

  constructor(host: ReactiveControllerHost & Played) {
    this.host = host;
    this.sizes = typeof ResizeObserver === 'function' ? new ResizeObserver(() => this.tellHeight()) : null;
    host.addController(this);
  }

  hostConnected(): void {
    if (window.parent === window) return;
    this.sizes?.observe(document.documentElement);
    window.addEventListener('message', this.onMessage);
  }

  hostDisconnected(): void {
    this.sizes?.disconnect();
    window.removeEventListener('message', this.onMessage);
  }

  /** @param again also where it has been told before */
  private tellHeight(again = false): void {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === this.told && !again) return;
    this.told = height;
    const message: HeightMessage = { convscope: messageVersion, type: 'height', name: window.name, height };
    window.parent.postMessage(message, '*');
  }

  private readonly onMessage = ({ source, data }: MessageEvent<unknown>): void => {
    const request = source === window.parent ? requestIn(data) : null;
    if (request === 'height') this.tellHeight(true);
    else if (request === 'seek') this.host.step = (data as { step: number }).step;
    else if (request) this.host[request]();
  };
}

function requestIn(data: unknown): Request | null {
  if (typeof data !== 'object' || data === null) return null;
  const { convscope, type, step } = data as { convscope?: unknown; type?: unknown; step?: unknown };
  const request = requests.find((name) => name === type);
  if (convscope !== messageVersion || !request) return null;
  return request === 'seek' && !Number.isFinite(step) ? null : request;
}
