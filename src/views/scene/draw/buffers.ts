/** Tiles and lines as float texels, one row of the texture a thing, so that each list is one upload and one draw. */
import { DataTexture, FloatType, RGBAFormat } from 'three';
import { packText } from '../glyphs.js';
import { stations, tileKinds, tones, type Line, type Tile } from '../staging.js';

/** Grows by doubling; what is beyond the list is not drawn. */
class TexelList {
  texture: DataTexture;
  private readonly floatsPerRow: number;

  constructor(texelsPerRow: number) {
    this.floatsPerRow = texelsPerRow * 4;
    this.texture = this.make(64);
  }

  fill<Item>(items: readonly Item[], write: (item: Item, into: Float32Array, at: number) => void): void {
    const { height } = this.texture.image;
    if (items.length > height) {
      this.texture.dispose();
      this.texture = this.make(2 ** Math.ceil(Math.log2(items.length)));
    }
    const data = this.texture.image.data as Float32Array;
    items.forEach((item, row) => write(item, data, row * this.floatsPerRow));
    this.texture.needsUpdate = true;
  }

  private make(rows: number): DataTexture {
    const data = new Float32Array(rows * this.floatsPerRow);
    return new DataTexture(data, this.floatsPerRow / 4, rows, RGBAFormat, FloatType);
  }
}

/** [x y z shade] [width height depth opacity] [signs signs glow kind] [tone station - -] */
export class TileBuffer extends TexelList {
  constructor() {
    super(4);
  }

  set(tiles: readonly Tile[]): void {
    this.fill(tiles, (tile, into, at) => {
      const shade = Number.isNaN(tile.shade) ? notFinite : tile.shade;
      into.set([...tile.centre, shade, ...tile.size, tile.opacity], at);
      into.set(
        [
          ...packText(tile.text),
          tile.glow,
          tileKinds.indexOf(tile.kind),
          tones.indexOf(tile.tone),
          stations.indexOf(tile.station),
        ],
        at + 8,
      );
    });
  }
}

/** A shade outside −1 … 1 takes the colour of what is not finite; NaN itself need not survive the way to the GPU. */
const notFinite = 2;

/** [from thickness] [to station] [tone opacity dash behind] */
export class LineBuffer extends TexelList {
  constructor() {
    super(3);
  }

  set(lines: readonly Line[]): void {
    this.fill(lines, (line, into, at) => {
      into.set([...line.from, line.thickness, ...line.to, stations.indexOf(line.station)], at);
      into.set([tones.indexOf(line.tone), line.opacity, line.dash, line.behind], at + 8);
    });
  }
}
