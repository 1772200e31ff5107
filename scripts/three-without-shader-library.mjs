/**
 * A Vite plugin: leaves three's own shader library out, 28 kB gzip that no material of ours reads, and with it what serves
 * headsets and light from pictures. The scene's materials are all RawShaderMaterial with shaders of our own; a house test
 * holds them to it.
 */

/** A session for a headset that never begins. */
const noHeadset = `class WebXRManager extends EventDispatcher {
  enabled = false;
  isPresenting = false;
  setAnimationLoop() {}
  getEnvironmentBlendMode() {}
  dispose() {}
}`;

/** Parts of three: shaders, uniforms, and materials made of both, then classes. Emptied, what they name is dropped as unused. */
const parts = [
  [/^const ShaderChunk = \{[^}]*\};$/m, 'const ShaderChunk = {};'],
  [/^const UniformsLib = \{$.*?^\};$/ms, 'const UniformsLib = {};'],
  [/^const ShaderLib = \{$.*?^\};$/ms, 'const ShaderLib = {};'],
  [/^ShaderLib\.physical = \{$.*?^\};$/ms, ''],
  [/^class WebXRManager extends EventDispatcher \{$.*?^\}$/ms, noHeadset],
  [/^class PMREMGenerator \{$.*?^\}$/ms, 'class PMREMGenerator {}'],
];

/** @returns {import('vite').Plugin} */
export function threeWithoutShaderLibrary() {
  return {
    name: 'three-without-shader-library',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]three[\\/]build[\\/]three\.module\.js$/ },
      handler(code) {
        const missing = parts.find(([part]) => !part.test(code));
        if (missing) this.error(`three has no ${missing[0]} any more: remove this plugin or mend it.`);
        const lean = parts.reduce((text, [part, emptied]) => text.replace(part, emptied), code);
        return { code: lean, map: null };
      },
    },
  };
}
