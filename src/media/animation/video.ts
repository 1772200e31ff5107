import {
  BufferTarget,
  CanvasSource,
  canEncodeVideo,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  WebMOutputFormat,
  type VideoCodec,
} from 'mediabunny';
import { NoEncoder, type AnimationEncoder, type PictureSize, type VideoFormat } from './types.js';

/** In the order in which they are tried: what plays in most places first. */
const codecs = { webm: ['vp9', 'vp8', 'av1'], mp4: ['avc', 'hevc', 'av1'] } as const;
const types = { webm: 'video/webm', mp4: 'video/mp4' } as const;

/** Seconds from one picture that stands on its own to the next. */
const keyFrameInterval = 2;

/** What this browser would encode a format with at a size; null where it cannot. */
export async function codecFor(
  format: VideoFormat,
  { width, height }: PictureSize,
): Promise<VideoCodec | null> {
  for (const codec of codecs[format]) {
    if (await canEncodeVideo(codec, { width, height, quality: QUALITY_HIGH })) return codec;
  }
  return null;
}

/** @throws NoEncoder */
export async function openVideo(
  format: VideoFormat,
  canvas: HTMLCanvasElement,
  framesPerSecond: number,
): Promise<AnimationEncoder> {
  const codec = await codecFor(format, canvas);
  if (!codec) throw new NoEncoder(`No encoder for ${format} at ${canvas.width} × ${canvas.height}.`);
  const source = new CanvasSource(canvas, { codec, quality: QUALITY_HIGH, keyFrameInterval });
  const target = new BufferTarget();
  const output = new Output({
    format: format === 'webm' ? new WebMOutputFormat() : new Mp4OutputFormat(),
    target,
  });
  output.addVideoTrack(source, { frameRate: framesPerSecond });
  await output.start();
  let frames = 0;
  return {
    add() {
      const at = frames / framesPerSecond;
      frames += 1;
      return source.add(at, 1 / framesPerSecond);
    },
    async finish() {
      await output.finalize();
      return new Blob([target.buffer!], { type: types[format] });
    },
    cancel: () => output.cancel(),
  };
}
