import {
  Color,
  DataTexture,
  LinearFilter,
  LinearSRGBColorSpace,
  NearestFilter,
  OrthographicCamera,
  RedFormat,
  RGBAFormat,
  Scene,
  Vector2,
  WebGLRenderer,
  WebGLRenderTarget,
  type Camera,
  type Object3D,
} from 'three';
import type { GpuClient, SharedGpu } from '../../../gpu/types.js';
import { paletteSize, paletteTexels, type PaletteTheme } from '../../palette.js';
import { drawAtlas, type GlyphAtlas } from './atlas.js';
import { ForeignWork } from './foreign-work.js';
import { copyMaterial } from './materials.js';
import { finish, PictureCopy } from './picture-copy.js';
import { PulledMesh, ribbonShape } from './pulled-mesh.js';
import { ready } from './tensor-texture.js';

/** A rectangle of the drawing buffer in device pixels, from its top left corner. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Buffers grow in these steps, so that figures of about one size share one. */
const sizeStep = 128;
const samples = 4;
/** Pictures after which the size of the drawing buffer is looked at again. */
const picturesPerReview = 8;

/**
 * The page's one three.js renderer, on the shared context. Figures draw with it one after the other and copy the
 * pixels out at once.
 */
export class SharedRenderer implements GpuClient {
  readonly name = 'scene';
  readonly gpu: SharedGpu;
  readonly generation: number;
  readonly three: WebGLRenderer;
  readonly textureLimit: number;
  private atlas: { readonly drawn: GlyphAtlas; readonly texture: DataTexture } | null = null;
  private readonly palettes = new Map<boolean, DataTexture>();
  private target: WebGLRenderTarget | null = null;
  private readonly pictures = new PictureCopy();
  private readonly foreignWork: ForeignWork;
  /** Of the picture that is being made. */
  private mayWait = false;
  private readonly needed = { width: 0, height: 0, pictures: 0 };
  private readonly copyShare = { value: new Vector2() };
  private readonly copyPicture: { value: unknown } = { value: null };
  private readonly copyMesh: PulledMesh;
  private readonly copyScene = new Scene();
  private readonly copyCamera = new OrthographicCamera();

  constructor(gpu: SharedGpu) {
    this.gpu = gpu;
    this.generation = gpu.generation;
    this.foreignWork = new ForeignWork(gpu.gl);
    this.three = new WebGLRenderer({ canvas: gpu.canvas, context: gpu.gl, alpha: true, antialias: false });
    this.three.outputColorSpace = LinearSRGBColorSpace;
    this.three.autoClear = false;
    this.three.sortObjects = false;
    this.three.info.autoReset = false;
    this.textureLimit = this.three.capabilities.maxTextureSize;
    this.copyMesh = new PulledMesh(
      ribbonShape,
      copyMaterial({ share: this.copyShare, picture: this.copyPicture }),
    );
    this.copyMesh.setCount(1);
    this.copyMesh.geometry.setDrawRange(0, 3);
    this.copyScene.add(this.copyMesh);
  }

  takeOver(): void {
    this.foreignWork.begin();
    this.three.resetState();
  }

  glyphs(): { readonly texture: DataTexture; readonly advances: Float32Array } {
    if (!this.atlas) {
      const drawn = drawAtlas();
      const texture = ready(new DataTexture(drawn.texels, drawn.width, drawn.height, RedFormat));
      texture.minFilter = texture.magFilter = LinearFilter;
      this.atlas = { drawn, texture };
    }
    return { texture: this.atlas.texture, advances: this.atlas.drawn.advances };
  }

  palette(theme: PaletteTheme): DataTexture {
    let texture = this.palettes.get(theme.dark);
    if (!texture) {
      texture = ready(new DataTexture(paletteTexels(theme), paletteSize, 1, RGBAFormat));
      this.palettes.set(theme.dark, texture);
    }
    return texture;
  }

  /**
   * Begins a picture, and makes the drawing buffer at least so large. Copying pixels out costs as much as the whole buffer, so now and then
   * it shrinks to what the last pictures needed.
   */
  begin(width: number, height: number): void {
    this.mayWait = !this.foreignWork.isPending();
    this.reserve(width, height);
  }

  private reserve(width: number, height: number): void {
    const { needed } = this;
    needed.width = Math.max(needed.width, roundUp(width));
    needed.height = Math.max(needed.height, roundUp(height));
    needed.pictures += 1;
    const { canvas } = this.gpu;
    const tooSmall = canvas.width < width || canvas.height < height;
    const review = needed.pictures >= picturesPerReview;
    const tooLarge = review && canvas.width * canvas.height > needed.width * needed.height * 1.3;
    if (tooLarge) this.resize(needed.width, needed.height);
    else if (tooSmall)
      this.resize(Math.max(canvas.width, needed.width), Math.max(canvas.height, needed.height));
    if (review) Object.assign(needed, { width: 0, height: 0, pictures: 0 });
  }

  /** Is the drawing buffer really so large? Browsers give a smaller one where memory is short. */
  holds(width: number, height: number): boolean {
    const { drawingBufferWidth, drawingBufferHeight } = this.three.getContext();
    return drawingBufferWidth >= width && drawingBufferHeight >= height;
  }

  /** Draws into a part of the drawing buffer, over whatever was there. */
  draw(
    scene: Object3D,
    camera: Camera,
    part: Part,
    background: readonly [number, number, number],
    smooth: boolean,
  ): void {
    const { three } = this;
    three.setClearColor(clearColour.setRGB(...background), 1);
    if (smooth) this.drawSmooth(scene, camera, part);
    else {
      this.usePart(part);
      three.clear();
      three.render(scene, camera);
    }
  }

  /**
   * Waits until all is drawn, so that a clock can tell what it cost.
   * @returns false where it did not, because others would have been waited for
   */
  finish(): boolean {
    if (this.mayWait) finish(this.gpu.gl);
    return this.mayWait;
  }

  /** Copies a picture into a figure's own canvas. Only in the task that drew it. */
  copyTo(context: CanvasRenderingContext2D): void {
    const { width, height } = context.canvas;
    this.pictures.copy({ gl: this.gpu.gl, width, height }, context, this.mayWait);
  }

  dispose(): void {
    this.target?.dispose();
    this.copyMesh.dispose();
    this.atlas?.texture.dispose();
    for (const palette of this.palettes.values()) palette.dispose();
    this.three.dispose();
  }

  private resize(width: number, height: number): void {
    this.three.setSize(width, height, false);
    this.target?.dispose();
    this.target = null;
  }

  private usePart({ x, y, width, height }: Part): void {
    const { three, gpu } = this;
    const below = gpu.canvas.height - y - height;
    three.setRenderTarget(null);
    three.setViewport(x, below, width, height);
    three.setScissor(x, below, width, height);
    three.setScissorTest(true);
  }

  private drawSmooth(scene: Object3D, camera: Camera, part: Part): void {
    const { three } = this;
    const target = this.targetFor(part);
    target.viewport.set(0, 0, part.width, part.height);
    target.scissor.set(0, 0, part.width, part.height);
    target.scissorTest = true;
    three.setRenderTarget(target);
    three.clear();
    three.render(scene, camera);
    this.usePart(part);
    this.copyPicture.value = target.texture;
    this.copyShare.value.set(part.width / target.width, part.height / target.height);
    three.render(this.copyScene, this.copyCamera);
  }

  private targetFor({ width, height }: Part): WebGLRenderTarget {
    const { target } = this;
    if (target && target.width >= width && target.height >= height) return target;
    const { canvas } = this.gpu;
    target?.dispose();
    const made = new WebGLRenderTarget(Math.max(canvas.width, width), Math.max(canvas.height, height), {
      samples,
      // Copied pixel by pixel: between pixels, rounding would tell how large the buffer happens to be.
      minFilter: NearestFilter,
      magFilter: NearestFilter,
    });
    made.texture.generateMipmaps = false;
    this.target = made;
    return made;
  }
}

function roundUp(pixels: number): number {
  return Math.ceil(pixels / sizeStep) * sizeStep;
}

const clearColour = new Color();

const renderers = new WeakMap<SharedGpu, SharedRenderer>();
const holders = new WeakMap<SharedRenderer, Set<object>>();

/** The renderer of the page's context; a fresh one after a restore. */
export function acquireRenderer(gpu: SharedGpu, holder: object): SharedRenderer {
  let renderer = renderers.get(gpu);
  if (!renderer || renderer.generation !== gpu.generation) {
    renderer = gpu.enter(takingOver, () => new SharedRenderer(gpu));
    renderers.set(gpu, renderer);
    holders.set(renderer, new Set());
  }
  holders.get(renderer)?.add(holder);
  return renderer;
}

/** While a renderer is being made it sets every state itself. */
const takingOver: GpuClient = { name: 'new scene', takeOver() {} };

/** The renderer goes with its last holder. */
export function releaseRenderer(renderer: SharedRenderer, holder: object): void {
  const left = holders.get(renderer);
  if (!left?.delete(holder) || left.size > 0) return;
  if (renderers.get(renderer.gpu) === renderer) renderers.delete(renderer.gpu);
  renderer.dispose();
}
