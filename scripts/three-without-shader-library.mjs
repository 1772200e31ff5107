/**
 * A Vite plugin: leaves three's own shader library out, 27 kB gzip that no material of ours reads. The scene's materials
 * are all RawShaderMaterial with shaders of our own; a house test holds them to it.
 */

/** three's table of shader parts: without it, the parts themselves are dropped as unused. */
const table = /^const ShaderChunk = \{[^}]*\};$/m;

/** @returns {import('vite').Plugin} */
export function threeWithoutShaderLibrary() {
  return {
    name: 'three-without-shader-library',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]three[\\/]build[\\/]three\.module\.js$/ },
      handler(code) {
        if (!table.test(code))
          this.error('three has no table of shader parts any more: remove this plugin or mend it.');
        return { code: code.replace(table, 'const ShaderChunk = {};'), map: null };
      },
    },
  };
}
