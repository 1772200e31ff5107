/** A Vite plugin: shaders travel without their comments, blank lines and spaces that mean nothing. Line ends stay, which #version and #define need. */

const asText = /^export default (".*");?\s*$/s;

/** @param {string} source GLSL */
export function lean(source) {
  return source
    .replace(/\/\*.*?\*\//gs, '')
    .split('\n')
    .map((line) => tight(line.replace(/\/\/.*$/, '').trim()))
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n');
}

/**
 * Without the spaces around signs, but for + and -, two of which would become one. In a directive a space can be the end of a name.
 *
 * @param {string} line
 */
function tight(line) {
  return line.startsWith('#') ? line : line.replace(/ ?([=*/<>&|?:;,(){}]) ?/g, '$1');
}

/** @returns {import('vite').Plugin} */
export function leanShaders() {
  return {
    name: 'lean-shaders',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\.glsl\?raw$/ },
      handler(code) {
        const text = asText.exec(code)?.[1];
        if (!text) this.error('A shader no longer comes as one string: mend this plugin.');
        return { code: `export default ${JSON.stringify(lean(JSON.parse(text)))};`, map: null };
      },
    },
  };
}
