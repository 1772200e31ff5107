import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { WordKey } from '../../src/words/say.js';

/** Why there is no picture of a camera, as a word. */
export type CameraProblem = Extract<
  WordKey,
  'camera.insecure' | 'camera.absent' | 'camera.denied' | 'camera.none' | 'camera.busy'
>;

/**
 * One camera, asked for when a person opens it and released as soon as it is closed, a picture was taken, or the element
 * leaves the page.
 */
export class Camera implements ReactiveController {
  /** What it shows; null while it is closed. */
  stream: MediaStream | null = null;
  /** The browser asks the person. */
  asking = false;
  problem: CameraProblem | null = null;
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  /** It shows a picture, or the person is being asked. */
  get isOn(): boolean {
    return this.stream !== null || this.asking;
  }

  hostDisconnected(): void {
    this.close();
    this.problem = null;
  }

  /** Resolves when it shows a picture or has told why not. */
  async open(): Promise<void> {
    if (this.isOn) return;
    this.problem = hindrance();
    this.asking = this.problem === null;
    this.host.requestUpdate();
    if (!this.asking) return;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      // Closed, or gone from the page, while the person was asked.
      if (!this.asking) stop(stream);
      else this.stream = stream;
    } catch (error) {
      if (this.asking) this.problem = problemOf(error);
    }
    this.asking = false;
    this.host.requestUpdate();
  }

  close(): void {
    if (this.stream) stop(this.stream);
    this.stream = null;
    this.asking = false;
    this.host.requestUpdate();
  }

  /** What a video element shows now, as a file; null while it shows nothing yet, or where the browser withholds pixels. */
  async take(video: HTMLVideoElement, name: string): Promise<File | null> {
    const { videoWidth, videoHeight } = video;
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: videoWidth, height: videoHeight });
    if (videoWidth === 0) return null;
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return blob && new File([blob], name, { type: 'image/png' });
  }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** The camera is missing in insecure pages, so that is looked at first. */
function hindrance(): CameraProblem | null {
  if (!window.isSecureContext) return 'camera.insecure';
  const { mediaDevices } = navigator as { mediaDevices?: Partial<MediaDevices> };
  return mediaDevices?.getUserMedia ? null : 'camera.absent';
}

/** By the names of https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia. */
function problemOf(error: unknown): CameraProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'camera.denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'camera.none' : 'camera.busy';
}
