/**
 * A Vite plugin: leaves three's own shader library out, 28 kB gzip that no material of ours reads. The scene's materials
 * are all RawShaderMaterial with shaders of our own; a house test holds them to it.
 */

/** Tables of three by name: shader parts, uniforms, and materials made of both. Emptied, what they name is dropped as unused. */
const tables = [
  [/^const ShaderChunk = \{[^}]*\};$/m, 'const ShaderChunk = {};'],
  [/^const UniformsLib = \{$.*?^\};$/ms, 'const UniformsLib = {};'],
  [/^const ShaderLib = \{$.*?^\};$/ms, 'const ShaderLib = {};'],
  [/^ShaderLib\.physical = \{$.*?^\};$/ms, ''],
];

/** @returns {import('vite').Plugin} */
export function threeWithoutShaderLibrary() {
  return {
    name: 'three-without-shader-library',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]three[\\/]build[\\/]three\.module\.js$/ },
      handler(code) {
        const missing = tables.find(([table]) => !table.test(code));
        if (missing) this.error(`three has no ${missing[0]} any more: remove this plugin or mend it.`);
        const lean = tables.reduce((text, [table, emptied]) => text.replace(table, emptied), code);
        return { code: lean, map: null };
      },
    },
  };
}
