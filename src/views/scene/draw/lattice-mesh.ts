import { DataTexture, RGBAFormat, Vector3, Vector4, type IUniform } from 'three';
import type { Tensor } from '../../../math/types.js';
import type { Lattice } from '../layout/lattice.js';
import { tones, type LatticeState, type Tone } from '../staging.js';
import { latticeMaterial, type Uniforms } from './materials.js';
import { boxShape, PulledMesh } from './pulled-mesh.js';
import { ready, textTexture, valueTexture } from './tensor-texture.js';

/** What all layers of glass, or of empty cells, together hide of what is behind them. */
const glassOpacity = 0.4;
const emptyStrength = 0.5;
/** CSS pixels of a face from which numbers begin to show, and are fully printed. */
const leastFace = 12;
const readableFace = 13;

/** Opacity of one of several layers that together have a given opacity. */
function layerOf(together: number, layers: number): number {
  return 1 - (1 - together) ** (1 / Math.max(layers, 1));
}

/** A volume of cells in one draw call. Its state is a handful of uniforms, whatever the number of cells. */
export class LatticeMesh extends PulledMesh {
  private tensor: Tensor | null = null;
  private hasTexts = false;
  private depth = 1;
  private readonly values: IUniform<DataTexture>;
  private readonly texts: IUniform<DataTexture>;
  private readonly reading: IUniform<DataTexture>;
  private readonly own: Uniforms;

  /** @param shared uniforms of the theme and the camera, the same objects for all meshes */
  constructor(shared: Uniforms) {
    const own: Uniforms = latticeUniforms();
    super(boxShape, latticeMaterial({ ...shared, ...own }));
    this.own = own;
    this.values = own.values as IUniform<DataTexture>;
    this.texts = own.texts as IUniform<DataTexture>;
    this.reading = own.reading as IUniform<DataTexture>;
  }

  /** @param range largest absolute value of the colour scale */
  setTensor(tensor: Tensor, range: number, textureLimit: number): void {
    this.own.range.value = range;
    if (this.tensor === tensor) return;
    this.tensor = tensor;
    this.values.value.dispose();
    this.texts.value.dispose();
    this.values.value = valueTexture(tensor.data, textureLimit);
    const texts = textTexture(tensor.data, textureLimit);
    this.texts.value = texts ?? blank();
    this.hasTexts = texts !== null;
    this.own.valuesWidth.value = this.values.value.image.width;
  }

  /** @param columnsRead which columns, and rows, any window reads; the others are hatched */
  setLattice(
    lattice: Lattice,
    tone: Tone,
    columnsRead?: readonly boolean[],
    rowsRead?: readonly boolean[],
  ): void {
    const { counts, slabs, strides, own } = { ...lattice, own: this.own };
    const patch = slabs ? [counts[0], counts[1]] : [1, 1];
    const boxes = [counts[0] / patch[0], counts[1] / patch[1], counts[2], counts[3]];
    own.boxes.value.fromArray(boxes);
    own.patchSize.value = patch;
    own.origin.value.fromArray(lattice.origin);
    own.pitch.value.fromArray(lattice.pitch);
    own.cellSize.value.fromArray(lattice.cell);
    own.base.value = lattice.base;
    own.strides.value.fromArray(strides);
    this.depth = counts[2];
    own.role.value = tones.indexOf(tone);
    own.allRead.value = [columnsRead, rowsRead].every((places) => places?.every(Boolean) ?? true) ? 1 : 0;
    this.reading.value.dispose();
    this.reading.value = readingTexture(counts[0], counts[1], columnsRead, rowsRead);
    this.setCount(boxes[0] * boxes[1] * boxes[2] * boxes[3]);
  }

  setState({ glassBefore, done, order, making, lit, ghost }: LatticeState): void {
    const { own } = this;
    own.glassBefore.value = glassBefore;
    own.glassLayer.value = layerOf(glassOpacity, glassBefore);
    own.emptyLayer.value = layerOf(emptyStrength, this.depth);
    own.done.value = Math.min(done, 1e30);
    own.orderOffset.value = order.offset;
    own.orderStrides.value.fromArray(order.strides);
    own.ghost.value = ghost;
    own.making.value = making;
    own.isLit.value = lit ? 1 : 0;
    own.litFrom.value.fromArray(lit ? lit.map(({ from }) => from) : [0, 0, 0, 0]);
    own.litStep.value.fromArray(lit ? lit.map(({ step }) => step) : [1, 1, 1, 1]);
    own.litCount.value.fromArray(lit ? lit.map(({ count }) => count) : [0, 0, 0, 0]);
  }

  /** @param faceHeight CSS pixels that a face is tall at the middle of the volume */
  setFaceHeight(faceHeight: number): void {
    const share = (faceHeight - leastFace) / (readableFace - leastFace);
    this.own.printed.value = this.hasTexts ? Math.min(Math.max(share, 0), 1) : 0;
  }

  override dispose(): void {
    super.dispose();
    for (const { value } of [this.values, this.texts, this.reading]) value.dispose();
  }
}

function latticeUniforms(): Uniforms {
  return {
    values: { value: blank() },
    texts: { value: blank() },
    reading: { value: blank() },
    valuesWidth: { value: 1 },
    base: { value: 0 },
    strides: { value: new Vector4() },
    boxes: { value: new Vector4() },
    patchSize: { value: [1, 1] },
    origin: { value: new Vector3() },
    pitch: { value: new Vector4() },
    cellSize: { value: new Vector3() },
    range: { value: 0 },
    role: { value: 0 },
    glassBefore: { value: 0 },
    done: { value: 0 },
    orderOffset: { value: 0 },
    orderStrides: { value: new Vector3() },
    isLit: { value: 0 },
    litFrom: { value: new Vector4() },
    litStep: { value: new Vector4(1, 1, 1, 1) },
    litCount: { value: new Vector4() },
    ghost: { value: -1 },
    allRead: { value: 1 },
    making: { value: -1 },
    glassLayer: { value: 0 },
    emptyLayer: { value: 0 },
    printed: { value: 0 },
  };
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
