import { BufferAttribute, BufferGeometry, Mesh, type RawShaderMaterial } from 'three';

/** How many vertices and which triangles one thing (a box, a ribbon) has. */
export interface Shape {
  readonly vertices: number;
  readonly quads: number;
}

export const boxShape: Shape = { vertices: 12, quads: 3 };
export const faceShape: Shape = { vertices: 4, quads: 1 };
export const ribbonShape: Shape = faceShape;

/**
 * A mesh without attributes: its vertex shader pulls everything from textures and uniforms by the number of the vertex.
 * One draw call for any number of things, and no JavaScript per thing.
 */
export class PulledMesh extends Mesh<BufferGeometry, RawShaderMaterial> {
  private readonly shape: Shape;

  constructor(shape: Shape, material: RawShaderMaterial) {
    super(new BufferGeometry(), material);
    this.shape = shape;
    this.frustumCulled = false;
    this.matrixAutoUpdate = false;
    this.setCount(0);
  }

  /** Number of things to draw, and of those that are left out before them. */
  setCount(count: number, first = 0): void {
    const indices = this.shape.quads * 6;
    const end = first + count;
    this.visible = count > 0;
    if (!this.geometry.index || this.geometry.index.count < end * indices) {
      this.geometry.dispose();
      this.geometry.setIndex(new BufferAttribute(quadIndices(this.shape, capacity(end)), 1));
    }
    this.geometry.setDrawRange(first * indices, count * indices);
  }

  override dispose(): void {
    this.geometry.dispose();
    this.material.dispose();
  }
}

function capacity(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(count, 16)));
}

function quadIndices({ quads }: Shape, count: number): Uint32Array<ArrayBuffer> {
  const indices = new Uint32Array(count * quads * 6);
  for (let quad = 0; quad < count * quads; quad++) {
    const corner = quad * 4;
    // All four corners first: software GL works on vertices by fours, as they come.
    indices.set([corner, corner + 1, corner + 2, corner + 3, corner, corner + 2], quad * 6);
  }
  return indices;
}
