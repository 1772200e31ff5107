/** A tensor's values, and the texts printed on its cells, as textures that are made once a tensor. */
import { DataTexture, FloatType, RedFormat, RGFormat } from 'three';
import { faceText } from '../face-text.js';
import { packText } from '../glyphs.js';

/** More cells than this are never large enough on screen to be read. */
const mostTexts = 65_536;
const narrowest = 256;

/** @param limit largest side of a texture; elements that do not fit are left out */
export function valueTexture(data: Float32Array, limit: number): DataTexture {
  const width = widthFor(data.length, limit);
  const height = Math.min(Math.ceil(data.length / width), limit);
  const padded = new Float32Array(width * height);
  padded.set(data.subarray(0, padded.length));
  return ready(new DataTexture(padded, width, height, RedFormat, FloatType));
}

/** @returns null where there are too many cells to print on */
export function textTexture(data: Float32Array, limit: number, decimals?: number): DataTexture | null {
  if (data.length > mostTexts) return null;
  const width = widthFor(data.length, limit);
  const texels = new Float32Array(width * Math.ceil(data.length / width) * 2);
  data.forEach((value, i) => texels.set(packText(faceText(value, decimals)), i * 2));
  return ready(new DataTexture(texels, width, texels.length / 2 / width, RGFormat, FloatType));
}

function widthFor(length: number, limit: number): number {
  return length <= narrowest * narrowest ? narrowest : Math.min(limit, 4096);
}

export function ready(texture: DataTexture): DataTexture {
  texture.needsUpdate = true;
  return texture;
}
