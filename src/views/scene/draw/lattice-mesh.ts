import { DataTexture, Group, RGBAFormat, Vector3, Vector4, type IUniform } from 'three';
import type { Tensor } from '../../../math/types.js';
import { rangeOf } from '../../../timeline/colour-range.js';
import type { Comb } from '../layout/comb.js';
import { boxOfLattice, type Lattice } from '../layout/lattice.js';
import type { Volume } from '../layout/scene-layout.js';
import { nowhere, tones, type VolumeState } from '../staging.js';
import { centreOf, type Vector } from '../layout/space.js';
import type { Cells } from '../pictured.js';
import { latticeMaterial, type Uniforms } from './materials.js';
import {
  facesOf,
  opaqueBlock,
  seenThroughBlock,
  type BoxBlock,
  type OpaqueBlock,
  type Shell,
} from './pass-boxes.js';
import { boxShape, faceShape, PulledMesh } from './pulled-mesh.js';
import { ready, textTexture, valueTexture } from './tensor-texture.js';

/** What all layers of glass, or of empty cells, together hide of what is behind them. */
const glassOpacity = 0.4;
const emptyStrength = 0.5;
/** CSS pixels of a face from which numbers begin to show, and are fully printed; fine pixels show them a little smaller. */
const leastFace = 12;
const readableFace = 13;
const mostFineness = 1.2;
/** Between two boxes no further apart nothing is seen. */
const leastGap = { cssPixels: 1, pixels: 1.25 };
const noShell: Shell = [0, 0, 0];

/** Opacity of one of several layers that together have a given opacity. */
function layerOf(together: number, layers: number): number {
  return 1 - (1 - together) ** (1 / Math.max(layers, 1));
}

/** Layers that are seen through and still painted whole; of more of them, the others show their edges alone. */
const mostLayers = 8;

/** Parts of the program that not every volume needs. */
type Part = 'SLABS' | 'CHANNEL_RANGES' | 'SOME_UNREAD' | 'TEXTS';

/**
 * A volume of cells in two draw calls, what is opaque and what is seen through, and a third where fronts bear numbers. Its state is a
 * handful of uniforms, whatever the number of cells.
 */
export class LatticeMesh extends Group {
  private tensor: Tensor | null = null;
  private decimals: number | undefined;
  private channels: Float32Array | undefined;
  private hasTexts = false;
  private lattice: Lattice | null = null;
  private read: Volume['read'] | null = null;
  private readonly values: IUniform<DataTexture>;
  private readonly texts: IUniform<DataTexture>;
  private readonly reading: IUniform<DataTexture>;
  private readonly ranges: IUniform<DataTexture>;
  private readonly own: Uniforms;
  private readonly tone: ToneUniform;
  private opaqueBlock: OpaqueBlock | null = null;
  private readonly opaque: Pass;
  /** What is opaque and bears no number, where fronts do: a number costs a pixel as much as all else. */
  private readonly sides: Pass;
  private readonly seenThrough: Pass;

  /** @param shared uniforms of the theme and the camera, the same objects for all meshes */
  constructor(shared: Uniforms) {
    super();
    const own: Uniforms = latticeUniforms();
    this.tone = new ToneUniform(shared.tones as IUniform<readonly number[]>);
    const uniforms = { ...shared, ...own, tone: this.tone };
    this.own = own;
    this.opaque = new Pass(uniforms, true);
    this.sides = new Pass(uniforms, true);
    this.seenThrough = new Pass(uniforms, false);
    this.add(this.opaque, this.sides, this.seenThrough);
    this.values = own.values as IUniform<DataTexture>;
    this.texts = own.texts as IUniform<DataTexture>;
    this.reading = own.reading as IUniform<DataTexture>;
    this.ranges = own.ranges as IUniform<DataTexture>;
  }

  /** Numbers of a role in a stage, with the colour scale and the decimals of the view. */
  setTensor(tensor: Tensor, view: Cells, role: Lattice['tensor'], textureLimit: number): void {
    this.setRange(view, role, textureLimit);
    const isSame = this.tensor === tensor;
    if (isSame && this.decimals === view.decimals) return;
    this.tensor = tensor;
    this.decimals = view.decimals;
    const texts = textTexture(tensor.data, textureLimit, view.decimals);
    replace(this.texts, texts);
    this.hasTexts = texts !== null;
    if (isSame) return;
    replace(this.values, valueTexture(tensor.data, textureLimit));
    this.own.valuesExponent.value = Math.log2(this.values.value.image.width);
  }

  private setRange(view: Cells, role: Lattice['tensor'], textureLimit: number): void {
    this.own.range.value = rangeOf(view, role);
    const channels = view.scale?.channels?.[role];
    if (this.channels === channels) return;
    this.channels = channels;
    this.own.channels.value = channels?.length ?? 0;
    this.define('CHANNEL_RANGES', channels !== undefined);
    replace(this.ranges, channels ? valueTexture(channels, textureLimit) : null);
  }

  /** What does not change while the layout stands. */
  setVolume({ tone, lattice, read }: Volume): void {
    this.tone.index = tones.indexOf(tone);
    if (this.read === read) return;
    this.read = read;
    const { columns, rows } = read ?? {};
    this.define('SOME_UNREAD', ![columns, rows].every((places) => places?.every(Boolean) ?? true));
    replace(this.reading, readingTexture(lattice.counts[0], lattice.counts[1], columns, rows));
  }

  setState(state: VolumeState): void {
    const { lattice, solid, done, order, making, lit, ghosts } = state;
    const { own } = this;
    this.setLattice(lattice);
    const layers = solid ? lattice.counts[2] - solid[2].count : 0;
    own.glassLayer.value = state.glass ?? layerOf(glassOpacity, layers / own.layerStep.value);
    setComb(own, 'solid', solid);
    own.done.value = Math.min(done, 1e30);
    own.orderOffset.value = order.offset;
    own.orderStrides.value.fromArray(order.strides);
    own.ghosts.value = ghosts;
    own.making.value = making;
    setComb(own, 'lit', lit);
    this.opaqueBlock = opaqueBlock(state);
    this.showOpaque();
    const seenThrough = seenThroughBlock(state);
    this.seenThrough.setBlock(seenThrough, seenThrough.counts.reduce(product));
  }

  /** Where nothing is seen between boxes, the inside of a block has no face to show. */
  private showOpaque(): void {
    const { opaqueBlock: block, own } = this;
    if (!block) return;
    const shell = block.isFilled ? (own.narrow.value as Shell) : noShell;
    const [columns, rows, fronts] = facesOf(block, shell);
    own.shell.value = shell;
    own.faceEnds.value = [fronts, fronts + columns];
    const faces = fronts + columns + rows;
    const printed = this.own.printed.value > 0 ? fronts : faces;
    this.opaque.setBlock(block, printed);
    this.sides.setBlock(block, faces - printed, printed);
  }

  /** The middle of the volume, and the height of a face there. */
  get face(): { readonly middle: Vector; readonly height: number } | null {
    return this.lattice && { middle: centreOf(boxOfLattice(this.lattice)), height: this.lattice.cell[1] };
  }

  /** Software GL would run every part for all. */
  private define(name: Part, isWanted: boolean, passes: readonly Pass[] = this.passes): void {
    for (const { material } of passes) {
      if (name in material.defines === isWanted) continue;
      if (isWanted) material.defines[name] = '';
      else delete material.defines[name];
      material.needsUpdate = true;
    }
  }

  private get passes(): readonly Pass[] {
    return [this.opaque, this.sides, this.seenThrough];
  }

  private setLattice(lattice: Lattice): void {
    if (this.lattice === lattice) return;
    this.lattice = lattice;
    const { own } = this;
    const { counts, slabs, strides } = lattice;
    this.define('SLABS', slabs);
    const patch = slabs ? [counts[0], counts[1]] : [1, 1];
    const boxes = [counts[0] / patch[0], counts[1] / patch[1], counts[2], counts[3]];
    own.boxes.value.fromArray(boxes);
    own.patchSize.value = patch;
    own.origin.value.fromArray(lattice.origin);
    own.pitch.value = lattice.pitch;
    own.depthStep.value.fromArray(lattice.depth);
    own.repeatStep.value.fromArray(lattice.repeat);
    own.cellSize.value.fromArray(lattice.cell);
    own.base.value = lattice.base;
    own.strides.value.fromArray(strides);
    own.layerStep.value = slabs ? Math.ceil(counts[2] / mostLayers) : 1;
    own.emptyLayer.value = layerOf(emptyStrength, counts[2] / own.layerStep.value);
  }

  /**
   * @param faceHeight CSS pixels that a face is tall at the middle of the volume
   * @param pixelRatio device pixels per CSS pixel
   */
  setFaceHeight(faceHeight: number, pixelRatio: number): void {
    const { lattice } = this;
    if (lattice) {
      const perUnit = faceHeight / lattice.cell[1];
      const least = Math.max(leastGap.cssPixels, leastGap.pixels / pixelRatio);
      this.own.narrow.value = gapsOf(lattice).map((gap) => (gap * perUnit <= least ? 1 : 0));
    }
    const seen = faceHeight * Math.min(Math.max(pixelRatio, 1), mostFineness);
    const share = (seen - leastFace) / (readableFace - leastFace);
    const printed = this.hasTexts ? Math.min(Math.max(share, 0), 1) : 0;
    this.own.printed.value = printed;
    this.define('TEXTS', printed > 0, [this.opaque]);
    // Of a slab some cells may be finished; a single cell that is seen through has no number, and no program for one.
    this.define('TEXTS', printed > 0 && lattice?.slabs === true, [this.seenThrough]);
    if (lattice) this.showOpaque();
  }

  override dispose(): void {
    for (const pass of this.passes) pass.dispose();
    for (const { value } of [this.values, this.texts, this.reading, this.ranges]) value.dispose();
  }
}

/** One of the theme's colours. */
class ToneUniform implements IUniform<readonly number[]> {
  index = 0;
  private readonly tones: IUniform<readonly number[]>;

  constructor(all: IUniform<readonly number[]>) {
    this.tones = all;
  }

  get value(): readonly number[] {
    return this.tones.value.slice(this.index * 3, this.index * 3 + 3);
  }
}

/** One of the draw calls. */
class Pass extends PulledMesh {
  private readonly firstBox: Vector4;
  private readonly drawnBoxes: Vector4;

  constructor(uniforms: Uniforms, isOpaque: boolean) {
    const block = { firstBox: { value: new Vector4() }, drawnBoxes: { value: new Vector4() } };
    super(isOpaque ? faceShape : boxShape, latticeMaterial({ ...uniforms, ...block }, isOpaque));
    this.firstBox = block.firstBox.value;
    this.drawnBoxes = block.drawnBoxes.value;
  }

  /**
   * @param count of faces where they are drawn one by one, else of boxes
   * @param before faces that are left out
   */
  setBlock({ first, counts }: BoxBlock, count: number, before = 0): void {
    this.firstBox.fromArray(first);
    this.drawnBoxes.fromArray(counts);
    this.setCount(count, before);
  }
}

/** Cell units between a box and the next, on each axis. */
function gapsOf({ pitch, depth, cell }: Lattice): readonly number[] {
  const inLine = depth[0] === 0 && depth[1] === 0;
  return [pitch[0] - cell[0], pitch[1] - cell[1], inLine ? Math.abs(depth[2]) - cell[2] : Infinity];
}

function product(a: number, b: number): number {
  return a * b;
}

function latticeUniforms(): Uniforms {
  return {
    values: { value: blank() },
    texts: { value: blank() },
    reading: { value: blank() },
    ranges: { value: blank() },
    channels: { value: 0 },
    valuesExponent: { value: 0 },
    base: { value: 0 },
    strides: { value: new Vector4() },
    boxes: { value: new Vector4() },
    patchSize: { value: [1, 1] },
    origin: { value: new Vector3() },
    pitch: { value: [1, 1] },
    depthStep: { value: new Vector3() },
    repeatStep: { value: new Vector3() },
    cellSize: { value: new Vector3() },
    range: { value: 0 },
    done: { value: 0 },
    orderOffset: { value: 0 },
    orderStrides: { value: new Vector4() },
    ...combUniforms('lit'),
    ...combUniforms('solid'),
    ghosts: { value: nowhere },
    making: { value: nowhere },
    glassLayer: { value: 0 },
    emptyLayer: { value: 0 },
    layerStep: { value: 1 },
    narrow: { value: noShell },
    shell: { value: noShell },
    faceEnds: { value: [0, 0] },
    printed: { value: 0 },
  };
}

/** A set of cells: whether there is one, and its teeth by axis. */
function combUniforms(name: 'lit' | 'solid'): Uniforms {
  return {
    [`${name}Is`]: { value: 0 },
    [`${name}From`]: { value: new Vector4() },
    [`${name}Step`]: { value: new Vector4(1, 1, 1, 1) },
    [`${name}Count`]: { value: new Vector4() },
  };
}

function setComb(own: Uniforms, name: 'lit' | 'solid', comb: Comb | null): void {
  own[`${name}Is`].value = comb ? 1 : 0;
  if (!comb) return;
  own[`${name}From`].value.fromArray(comb.map(({ from }) => from));
  own[`${name}Step`].value.fromArray(comb.map(({ step }) => step));
  own[`${name}Count`].value.fromArray(comb.map(({ count }) => count));
}

function replace(uniform: IUniform<DataTexture>, texture: DataTexture | null): void {
  uniform.value.dispose();
  uniform.value = texture ?? blank();
}

function blank(): DataTexture {
  return ready(new DataTexture(new Uint8Array(4), 1, 1, RGBAFormat));
}

/** Texel i: red says whether column i is read by any window, green row i. */
function readingTexture(
  columns: number,
  rows: number,
  columnsRead?: readonly boolean[],
  rowsRead?: readonly boolean[],
): DataTexture {
  const length = Math.max(columns, rows);
  const texels = new Uint8Array(length * 4).fill(255);
  for (let i = 0; i < length; i++) {
    if (columnsRead?.[i] === false) texels[i * 4] = 0;
    if (rowsRead?.[i] === false) texels[i * 4 + 1] = 0;
  }
  return ready(new DataTexture(texels, length, 1, RGBAFormat));
}
