import { probeCapabilities, type Capabilities } from '../gpu/capabilities.js';
import { GpuLostError } from '../gpu/errors.js';
import { resetToKnownState } from '../gpu/known-state.js';
import { ProgramCache } from '../gpu/program.js';
import type { TextureLedger } from '../gpu/texture-ledger.js';
import { TexturePool, type PooledTexture } from '../gpu/texture-pool.js';
import type { GpuAccess, GpuClient } from '../gpu/types.js';
import { SliceSize, type Region } from './slices.js';
import { layoutOf, type TextureLayout } from './texture-layout.js';

/** Values on the GPU; TextureTensor tells how a tensor lies in a texture. */
export interface GpuTensor extends TextureLayout {
  readonly pooled: PooledTexture;
}

/** Everything that an engine owns in one generation of a context. After a loss it is abandoned and a new one made. */
export class Device {
  readonly gl: WebGL2RenderingContext;
  readonly generation: number;
  readonly capabilities: Capabilities;
  readonly pool: TexturePool;
  readonly programs: ProgramCache;
  readonly sliceSize = new SliceSize();
  draws = 0;
  /** Uses of programs that were waited for beside the page. */
  startedUses = 0;
  private readonly access: GpuAccess;
  private readonly client: GpuClient;
  private readonly vertexArray: WebGLVertexArrayObject | null;
  private readonly framebuffer: WebGLFramebuffer | null;
  /** What the framebuffer draws to and reads from. */
  private attached: PooledTexture | null = null;
  private closed = false;

  /** @throws GpuLostError */
  constructor(access: GpuAccess, ledger: TextureLedger) {
    const { gl } = access;
    this.access = access;
    this.gl = gl;
    this.generation = access.generation;
    this.programs = new ProgramCache(gl);
    this.vertexArray = gl.createVertexArray();
    this.framebuffer = gl.createFramebuffer();
    this.client = { name: 'engine', takeOver: () => resetToKnownState(gl, this.vertexArray) };
    this.capabilities = this.enter(() => probeCapabilities(gl));
    this.pool = new TexturePool(gl, ledger, this.capabilities.maxTextureSize);
  }

  /**
   * Runs GL calls in the known state. What they change (bindings, viewport) they set anew each time.
   * @throws GpuLostError when the context, or this generation of it, is gone
   */
  enter<Result>(work: () => Result): Result {
    if (this.closed) throw new GpuLostError();
    return this.access.enter(this.client, work);
  }

  /** True when nothing can be computed here any more, or not now. */
  get lost(): boolean {
    return this.closed || this.access.lost;
  }

  /** Programs were drawn with for the first time: on software GL that takes far longer than any later draw. */
  get isStarting(): boolean {
    return this.programs.uses > this.startedUses;
  }

  /** Room for so many texels; call inside `enter`. */
  take(texels: number, shape: 'square' | 'wide' = 'square'): GpuTensor {
    const layout = layoutOf(texels, this.capabilities.maxTextureSize, shape);
    return { ...layout, pooled: this.pool.take(layout.width, layout.height, 'rgba32ui') };
  }

  give(tensor: GpuTensor): void {
    this.pool.give(tensor.pooled);
  }

  /** Makes a tensor the target of drawing and reading; call inside `enter`. */
  target({ pooled }: GpuTensor): void {
    const { gl } = this;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.framebuffer);
    if (this.attached === pooled) return;
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, pooled.texture, 0);
    this.attached = pooled;
  }

  /** Runs the current program once for every texel of the region; fragments elsewhere do not exist. */
  draw({ x, y, width, height }: Region): void {
    const { gl } = this;
    gl.viewport(x, y, width, height);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    this.draws += 1;
  }

  /** Frees everything; the context may live on with others. */
  dispose(): void {
    if (this.lost) return this.abandon();
    this.closed = true;
    this.pool.dispose();
    this.programs.dispose();
    this.gl.deleteFramebuffer(this.framebuffer);
    this.gl.deleteVertexArray(this.vertexArray);
  }

  /** The context took everything with it. */
  abandon(): void {
    this.closed = true;
    this.pool.abandon();
  }
}
