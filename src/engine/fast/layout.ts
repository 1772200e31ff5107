/** How the fast path lays a tensor out, so that one fragment makes many neighbouring outputs and loads each weight once. */

import type { Shape4 } from '../../math/types.js';
import { EngineError } from '../errors.js';

/**
 * An RGBA32F array texture of tiles, every value of which has one place:
 *
 * - 'channels': a texel holds four consecutive channels (a block) of one pixel. `neighbours` consecutive columns, times
 *   `blocks` consecutive blocks, lie in as many layers at the same texel; a tile holds those blocks of one image.
 * - 'columns': a texel holds four consecutive columns of one channel. `neighbours` consecutive rows lie in as many layers
 *   at the same texel; a tile holds one channel of one image.
 *
 * Tiles are stacked, image by image; where a stack would be too high for a texture the next one stands beside it.
 * Values beyond the last channel and the last column are 0.
 */
export interface FastLayout {
  readonly shape: Shape4;
  readonly packing: 'channels' | 'columns';
  readonly neighbours: number;
  readonly blocks: number;
  /** In texels. */
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly tilesPerImage: number;
  readonly tilesPerStack: number;
  readonly width: number;
  readonly height: number;
  readonly layers: number;
}

export const lanes = 4;

/** Blocks of four that hold so many values. */
export function blocksOf(values: number): number {
  return Math.ceil(values / lanes);
}

/** @throws EngineError 'too-large' where not even one tile fits a texture */
export function channelLayout(
  shape: Shape4,
  neighbours: number,
  blocks: number,
  maxTextureSize: number,
): FastLayout {
  const [, rows, columns, channels] = shape;
  return stacked(maxTextureSize, {
    shape,
    packing: 'channels',
    neighbours,
    blocks,
    tileWidth: Math.ceil(columns / neighbours),
    tileHeight: rows,
    tilesPerImage: Math.ceil(blocksOf(channels) / blocks),
  });
}

/** @throws EngineError 'too-large' where not even one tile fits a texture */
export function columnLayout(shape: Shape4, neighbours: number, maxTextureSize: number): FastLayout {
  const [, rows, columns, channels] = shape;
  return stacked(maxTextureSize, {
    shape,
    packing: 'columns',
    neighbours,
    blocks: 1,
    tileWidth: blocksOf(columns),
    tileHeight: Math.ceil(rows / neighbours),
    tilesPerImage: channels,
  });
}

type Tiles = Omit<FastLayout, 'tilesPerStack' | 'width' | 'height' | 'layers'>;

function stacked(maxTextureSize: number, tiles: Tiles): FastLayout {
  const { shape, neighbours, blocks, tileWidth, tileHeight, tilesPerImage } = tiles;
  const count = shape[0] * tilesPerImage;
  const tilesPerStack = Math.min(count, Math.floor(maxTextureSize / tileHeight));
  const width = Math.ceil(count / tilesPerStack) * tileWidth;
  if (tilesPerStack < 1 || width > maxTextureSize) {
    throw new EngineError(
      'too-large',
      `A tensor of [${shape.join(', ')}] does not fit a texture of ${maxTextureSize} texels a side on the fast path.`,
    );
  }
  const height = tilesPerStack * tileHeight;
  return { ...tiles, tilesPerStack, width, height, layers: neighbours * blocks };
}

/** More than one stack of tiles: places take a division more to find. */
export function isFolded({ width, tileWidth }: FastLayout): boolean {
  return width > tileWidth;
}

export function layoutBytes({ width, height, layers }: FastLayout): number {
  return width * height * layers * lanes * Float32Array.BYTES_PER_ELEMENT;
}
