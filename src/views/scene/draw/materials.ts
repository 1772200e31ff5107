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
import latticeCell from '../shaders/lattice-cell.glsl?raw';
import latticeFragment from '../shaders/lattice.frag.glsl?raw';
import latticeVertex from '../shaders/lattice.vert.glsl?raw';
import light from '../shaders/light.glsl?raw';
import lineFragment from '../shaders/line.frag.glsl?raw';
import lineVertex from '../shaders/line.vert.glsl?raw';
import palette from '../shaders/palette.glsl?raw';
import precision from '../shaders/precision.glsl?raw';
import text from '../shaders/text.glsl?raw';
import tileFragment from '../shaders/tile.frag.glsl?raw';
import tileVertex from '../shaders/tile.vert.glsl?raw';

export type Uniforms = Record<string, IUniform>;

function material(
  name: string,
  vertex: readonly string[],
  fragment: readonly string[],
  uniforms: Uniforms,
  rest: ShaderMaterialParameters = {},
) {
  return new RawShaderMaterial({
    name,
    glslVersion: GLSL3,
    vertexShader: [precision, ...vertex].join('\n'),
    fragmentShader: [precision, ...fragment].join('\n'),
    uniforms,
    defines: {},
    side: DoubleSide,
    ...rest,
  });
}

/** The cells of a volume that hide what is behind them, or the others, which are blended over it. */
export function latticeMaterial(uniforms: Uniforms, isOpaque: boolean): RawShaderMaterial {
  return material(
    'lattice',
    [box, palette, light, text, latticeCell, latticeVertex],
    [palette, light, text, cellLook, latticeCell, latticeFragment],
    uniforms,
    isOpaque ? { defines: { OPAQUE: '' } } : { transparent: true, blending: NormalBlending },
  );
}

const tileShaders = [
  [box, palette, light, text, tileVertex],
  [light, text, cellLook, tileFragment],
] as const;

export function tileMaterial(uniforms: Uniforms): RawShaderMaterial {
  return material('tile', ...tileShaders, uniforms);
}

/** Tiles that are seen through. */
export function glassMaterial(uniforms: Uniforms): RawShaderMaterial {
  const look: ShaderMaterialParameters = {
    defines: { GLASS: '' },
    transparent: true,
    blending: NormalBlending,
    depthWrite: false,
  };
  return material('glass', ...tileShaders, uniforms, look);
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
