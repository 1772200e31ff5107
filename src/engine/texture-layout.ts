import { EngineError } from './errors.js';

/** How a row of texels is folded into a texture. */
export interface TextureLayout {
  /** Texels in use; those that fill the last row hold nothing of worth. */
  readonly texels: number;
  /** Rows follow each other every 2^exponent texels, so that a shader finds a texel by shifting. */
  readonly exponent: number;
  /** 2^exponent, or less where there is only one row. */
  readonly width: number;
  readonly height: number;
}

/** RGBA: the one form in which every integer target can be read, and four sums that a fragment makes at once. */
export const valuesPerTexel = 4;

export function texelsFor(values: number): number {
  return Math.ceil(values / valuesPerTexel);
}

/** WebGL2 promises textures of this width. */
const wideExponent = 11;

/**
 * The texture for so many texels: nearly square for a target, because a GPU works on blocks and wastes most of a single
 * row; wide for an upload, which is one call for each row that is not full, and one row does for small tensors.
 * @throws EngineError 'too-large' when the context has no texture of that size
 */
export function layoutOf(texels: number, maxTextureSize: number, shape: 'square' | 'wide'): TextureLayout {
  const largestExponent = Math.floor(Math.log2(maxTextureSize));
  const squareExponent = Math.ceil(Math.log2(texels) / 2);
  const exponent = Math.min(
    shape === 'wide' ? Math.max(wideExponent, squareExponent) : squareExponent,
    largestExponent,
  );
  const width = Math.min(2 ** exponent, texels);
  const height = Math.ceil(texels / width);
  if (height > maxTextureSize) {
    const most = maxTextureSize * 2 ** largestExponent;
    throw new EngineError(
      'too-large',
      `A tensor of ${texels * valuesPerTexel} values exceeds the ${most * valuesPerTexel} that a texture can hold here.`,
    );
  }
  return { texels, exponent, width, height };
}

/** Bytes on the GPU for a tensor of `size` values: every row but the last is full. */
export function textureBytes(size: number): number {
  const bytes = (shape: 'square' | 'wide') => {
    const { width, height } = layoutOf(texelsFor(size), 2 ** 30, shape);
    return width * height * valuesPerTexel * Float32Array.BYTES_PER_ELEMENT;
  };
  return Math.max(bytes('square'), bytes('wide'));
}
