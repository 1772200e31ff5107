import type { ReactiveControllerHost } from 'lit';
import { assertReadable, fitWithin } from '../../src/media/image.js';
import { Pace } from '../../src/views/filter/pace.js';
import { Camera } from '../conv-input/camera.js';

export interface LiveOptions {
  readonly video: () => HTMLVideoElement | null;
  /** Resolves when the frame has been filtered and drawn. */
  readonly show: (frame: ImageData) => Promise<void>;
  readonly fail: (error: unknown) => void;
}

/** The camera's frames, one after the other as fast as they are filtered, at a size at which they come often enough. */
export class Live {
  readonly camera: Camera;
  /** Milliseconds from one frame to the next; 0 before the second. */
  frameTime = 0;
  private pace = new Pace();
  private readonly options: LiveOptions;
  private readonly canvas = document.createElement('canvas');
  private running = false;

  constructor(host: ReactiveControllerHost, options: LiveOptions) {
    this.camera = new Camera(host);
    this.options = options;
  }

  /** Begins with the frames when the camera has begun; called after each rendering. */
  follow(): void {
    const video = this.options.video();
    const { stream } = this.camera;
    if (video && video.srcObject !== stream) {
      video.srcObject = stream;
      // Left to itself a browser would wait until the video is in view. A play that is cut short by its end is no failure.
      video.play().catch(() => undefined);
    }
    if (stream && !this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    this.pace = new Pace();
    try {
      const context = this.canvas.getContext('2d', { willReadFrequently: true });
      if (!context) return;
      Object.assign(this.canvas, { width: 8, height: 8 });
      assertReadable(context);
      let before: number | null = null;
      while (this.camera.stream) {
        // A GPU that is behind with its work holds up animation frames: their distance tells what a frame costs it.
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        const video = this.options.video();
        if (!video?.videoWidth) continue;
        if (before !== null) this.pace.measured((this.frameTime = now - before));
        before = now;
        await this.options.show(this.capture(context, video));
      }
    } catch (error) {
      this.camera.close();
      this.options.fail(error);
    } finally {
      this.running = false;
    }
  }

  private capture(context: CanvasRenderingContext2D, video: HTMLVideoElement): ImageData {
    const { width, height } = fitWithin(
      { width: video.videoWidth, height: video.videoHeight },
      this.pace.side,
    );
    if (this.canvas.width !== width || this.canvas.height !== height)
      Object.assign(this.canvas, { width, height });
    context.drawImage(video, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  }
}
