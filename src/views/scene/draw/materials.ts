/** The shader programs of the scene. Shaders are files; only the precision header and shared parts are joined to them. */
import {
  DoubleSide,
  GLSL3,
  GreaterDepth,
  NormalBlending,
  NoBlending,
  RawShaderMaterial,
  type IUniform,
  type ShaderMaterialParameters,
} from 'three';
import box from '../shaders/box.glsl?raw';
import cellLook from '../shaders/cell-look.glsl?raw';
import copyFragment from '../shaders/copy.frag.glsl?raw';
import copyVertex from '../shaders/copy.vert.glsl?raw';
import latticeFragment from '../shaders/lattice.frag.glsl?raw';
import latticeVertex from '../shaders/lattice.vert.glsl?raw';
import lineFragment from '../shaders/line.frag.glsl?raw';
import lineVertex from '../shaders/line.vert.glsl?raw';
import precision from '../shaders/precision.glsl?raw';
import tileFragment from '../shaders/tile.frag.glsl?raw';
import tileVertex from '../shaders/tile.vert.glsl?raw';

export type Uniforms = Record<string, IUniform>;

function material(
  name: string,
  vertex: string[],
  fragment: string[],
  uniforms: Uniforms,
  rest: ShaderMaterialParameters = {},
) {
  return new RawShaderMaterial({
    name,
    glslVersion: GLSL3,
    vertexShader: [precision, ...vertex].join('\n'),
    fragmentShader: [precision, ...fragment].join('\n'),
    uniforms,
    side: DoubleSide,
    ...rest,
  });
}

/** Glass needs blending; the vertex shader orders the cells from far to near. */
export function latticeMaterial(uniforms: Uniforms): RawShaderMaterial {
  const look: ShaderMaterialParameters = { transparent: true, blending: NormalBlending };
  return material('lattice', [box, latticeVertex], [cellLook, latticeFragment], uniforms, look);
}

export function tileMaterial(uniforms: Uniforms): RawShaderMaterial {
  return material('tile', [box, tileVertex], [cellLook, tileFragment], uniforms);
}

/** Tiles that are seen through. */
export function glassMaterial(uniforms: Uniforms): RawShaderMaterial {
  const look: ShaderMaterialParameters = {
    transparent: true,
    blending: NormalBlending,
    depthWrite: false,
  };
  return material('glass', [box, tileVertex], [cellLook, tileFragment], uniforms, look);
}

export function lineMaterial(uniforms: Uniforms): RawShaderMaterial {
  return material('line', [lineVertex], [lineFragment], uniforms);
}

/** The same lines where they are behind something. */
export function hiddenLineMaterial(uniforms: Uniforms): RawShaderMaterial {
  const look: ShaderMaterialParameters = { transparent: true, depthFunc: GreaterDepth, depthWrite: false };
  return material('hidden line', [lineVertex], [lineFragment], uniforms, look);
}

export function copyMaterial(uniforms: Uniforms): RawShaderMaterial {
  const look: ShaderMaterialParameters = { depthTest: false, depthWrite: false, blending: NoBlending };
  return material('copy', [copyVertex], [copyFragment], uniforms, look);
}
