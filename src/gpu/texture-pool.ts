import { GpuBudgetError } from './errors.js';
import type { TextureLedger } from './texture-ledger.js';

/** Formats that every WebGL2 context can sample; the integer ones can also be rendered to, 'rgba32f' where the context says so. */
export type TextureFormat = 'r32f' | 'r32ui' | 'rgba32ui' | 'rgba32f';

export interface PooledTexture {
  readonly texture: WebGLTexture;
  readonly width: number;
  readonly height: number;
  /** Of a 2-D array, one included; 0 for a plain 2-D texture. */
  readonly layers: number;
  readonly format: TextureFormat;
  readonly bytes: number;
}

type Extent = Pick<PooledTexture, 'width' | 'height' | 'layers' | 'format'>;

const bytesPerTexel: Record<TextureFormat, number> = { r32f: 4, r32ui: 4, rgba32ui: 16, rgba32f: 16 };
/** Idle textures kept for the next job of the same size. */
const idleLimit = 64;

/** Lends textures of one context generation, keeps returned ones for reuse, and counts every one of them. */
export class TexturePool {
  private readonly gl: WebGL2RenderingContext;
  private readonly ledger: TextureLedger;
  private readonly maxSize: number;
  private readonly lent = new Set<PooledTexture>();
  /** Oldest first. */
  private readonly idle: PooledTexture[] = [];
  private closed = false;

  constructor(gl: WebGL2RenderingContext, ledger: TextureLedger, maxSize: number) {
    this.gl = gl;
    this.ledger = ledger;
    this.maxSize = maxSize;
  }

  /** Textures that exist now, lent or idle. */
  get live(): number {
    return this.lent.size + this.idle.length;
  }

  /**
   * @param width in texels
   * @param height in texels
   * @param layers of a 2-D array; without it the texture is a plain 2-D one
   * @throws GpuBudgetError before anything is allocated
   */
  take(width: number, height: number, format: TextureFormat, layers = 0): PooledTexture {
    const extent = { width, height, layers, format };
    const texture = this.reuse(extent) ?? this.allocate(extent);
    this.lent.add(texture);
    return texture;
  }

  /** @throws Error for a texture that this pool never lent, or got back before. */
  give(texture: PooledTexture): void {
    if (this.closed) return;
    if (!this.lent.delete(texture)) throw new Error('A texture was returned to a pool that had not lent it.');
    this.idle.push(texture);
    if (this.idle.length > idleLimit) this.free(this.idle.shift()!);
  }

  /** Frees everything, lent textures too. Returning one later is ignored. */
  dispose(): void {
    for (const texture of [...this.lent, ...this.idle]) this.free(texture);
    this.forgetAll();
  }

  /** After a context loss: the textures are gone already, only the books are closed. */
  abandon(): void {
    for (const texture of [...this.lent, ...this.idle]) this.ledger.leave(texture.bytes);
    this.forgetAll();
  }

  private reuse({ width, height, layers, format }: Extent): PooledTexture | undefined {
    const at = this.idle.findIndex(
      (t) => t.width === width && t.height === height && t.layers === layers && t.format === format,
    );
    return at < 0 ? undefined : this.idle.splice(at, 1)[0];
  }

  private allocate(extent: Extent): PooledTexture {
    const { width, height, layers, format } = extent;
    if (Math.max(width, height) > this.maxSize) {
      throw new GpuBudgetError(
        `A texture of ${width}×${height} exceeds the limit of ${this.maxSize} texels a side.`,
      );
    }
    const bytes = width * height * Math.max(layers, 1) * bytesPerTexel[format];
    while (!this.ledger.fits(bytes) && this.idle.length > 0) this.free(this.idle.shift()!);
    this.ledger.enter(bytes);
    return { ...extent, texture: this.create(extent), bytes };
  }

  private create({ width, height, layers, format }: Extent): WebGLTexture {
    const { gl } = this;
    const internalFormats = { r32f: gl.R32F, r32ui: gl.R32UI, rgba32ui: gl.RGBA32UI, rgba32f: gl.RGBA32F };
    const target = layers > 0 ? gl.TEXTURE_2D_ARRAY : gl.TEXTURE_2D;
    const texture = gl.createTexture();
    gl.bindTexture(target, texture);
    if (layers > 0) gl.texStorage3D(target, 1, internalFormats[format], width, height, layers);
    else gl.texStorage2D(target, 1, internalFormats[format], width, height);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
      gl.texParameteri(target, filter, gl.NEAREST);
    }
    for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
      gl.texParameteri(target, wrap, gl.CLAMP_TO_EDGE);
    }
    return texture;
  }

  private free(texture: PooledTexture): void {
    this.gl.deleteTexture(texture.texture);
    this.ledger.leave(texture.bytes);
  }

  private forgetAll(): void {
    this.lent.clear();
    this.idle.length = 0;
    this.closed = true;
  }
}
