/** Results that stayed on the GPU, as pictures: drawn on the page's context and copied into a canvas, with nothing read back. */
import { acquireGpu, releaseGpu } from '../../gpu/context.js';
import { resetToKnownState } from '../../gpu/known-state.js';
import { ProgramCache, type Program } from '../../gpu/program.js';
import fullScreen from '../../gpu/shaders/full-screen.vert.glsl?raw';
import type { GpuClient, SharedGpu } from '../../gpu/types.js';
import { paletteSize, paletteTexels, type PaletteTheme } from '../palette.js';
import type { FilterScale } from './pixels.js';
import fragment from './shaders/result.frag.glsl?raw';

/** [1, height, width, channels], four consecutive values of the flat data a texel, row after row of `width` texels, as float32's bits. */
export interface KeptResult {
  readonly kind: 'texture';
  readonly shape: readonly number[];
  readonly texture: WebGLTexture;
  readonly width: number;
  /** Of the context; a texture of an older one is gone. */
  readonly generation: number;
}

/** How the numbers of a result become colours. */
export interface ResultLook {
  readonly scale: FilterScale;
  /** With sign: the channel that is shown, from 0. */
  readonly channel: number;
  /** With sign: largest absolute value of the colours. As a picture: what is white. */
  readonly range: number;
  readonly theme: PaletteTheme;
}

const source = { name: 'filter result', vertex: fullScreen, fragment };
const [resultUnit, paletteUnit] = [0, 1];

export class ResultPainter {
  private tools: Tools | null = null;

  /**
   * Fills a canvas with a result, a pixel a cell.
   * @returns false where there is nothing to draw with, or the result is gone with its context; the canvas stays as it is
   */
  paint(canvas: HTMLCanvasElement, result: KeptResult, look: ResultLook): boolean {
    const [, height, width] = result.shape;
    const context = canvas.getContext('2d');
    const gpu = acquireGpu(this);
    if (!context || !gpu || gpu.lost || gpu.generation !== result.generation) return false;
    if (this.tools?.gpu !== gpu || this.tools.generation !== gpu.generation) this.tools = new Tools(gpu);
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    this.tools.draw(result, look);
    // Only in the task that drew it.
    context.drawImage(gpu.canvas, 0, 0, width, height, 0, 0, width, height);
    return true;
  }

  dispose(): void {
    this.tools?.dispose();
    this.tools = null;
    releaseGpu(this);
  }
}

/** What one generation of the context draws with. */
class Tools implements GpuClient {
  readonly name = 'filter';
  readonly gpu: SharedGpu;
  readonly generation: number;
  private readonly programs: ProgramCache;
  private readonly palette: WebGLTexture | null;
  private readonly vertexArray: WebGLVertexArrayObject | null;
  private filled: boolean | null = null;

  constructor(gpu: SharedGpu) {
    const { gl, generation } = gpu;
    this.gpu = gpu;
    this.generation = generation;
    this.programs = new ProgramCache(gl);
    this.palette = gl.createTexture();
    this.vertexArray = gl.createVertexArray();
  }

  takeOver(gl: WebGL2RenderingContext): void {
    resetToKnownState(gl, this.vertexArray);
  }

  draw(result: KeptResult, look: ResultLook): void {
    const { gpu, programs } = this;
    gpu.enter(this, () => {
      const { gl, canvas } = gpu;
      const [, height, width] = result.shape;
      if (canvas.width < width) canvas.width = width;
      if (canvas.height < height) canvas.height = height;
      this.bind(result.texture, look.theme);
      setUniforms(gl, programs.get(source), result, look, canvas.height);
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.viewport(0, canvas.height - height, width, height);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
    });
  }

  dispose(): void {
    const { gpu, programs } = this;
    if (gpu.lost || gpu.generation !== this.generation) return;
    gpu.gl.deleteTexture(this.palette);
    gpu.gl.deleteVertexArray(this.vertexArray);
    programs.dispose();
  }

  private bind(result: WebGLTexture, theme: PaletteTheme): void {
    const { gl } = this.gpu;
    gl.activeTexture(gl.TEXTURE0 + resultUnit);
    gl.bindTexture(gl.TEXTURE_2D, result);
    gl.activeTexture(gl.TEXTURE0 + paletteUnit);
    gl.bindTexture(gl.TEXTURE_2D, this.palette);
    if (this.filled === theme.dark) return;
    this.filled = theme.dark;
    const texels = paletteTexels(theme);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, paletteSize, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, texels);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  }
}

function setUniforms(
  gl: WebGL2RenderingContext,
  program: Program,
  { shape, width }: KeptResult,
  { scale, channel, range }: ResultLook,
  top: number,
): void {
  gl.useProgram(program.program);
  const integers = {
    result: resultUnit,
    palette: paletteUnit,
    texelsPerRow: width,
    columns: shape[2],
    channels: shape[3],
    top,
    shown: scale === 'signed' ? channel : -1,
  };
  for (const [name, value] of Object.entries(integers)) program.setInteger(name, value);
  gl.uniform1f(gl.getUniformLocation(program.program, 'range'), range);
}
