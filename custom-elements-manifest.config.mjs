/** Reads the class comments of the elements into dist/custom-elements.json. */

/** Consumers look modules up by what the package ships, not by our sources. */
const shippedPaths = {
  name: 'shipped-paths',
  packageLinkPhase({ customElementsManifest }) {
    const text = JSON.stringify(customElementsManifest).replaceAll(
      /"(dist\/)?(components\/[^"]+)\.ts"/g,
      '"dist/$2.js"',
    );
    Object.assign(customElementsManifest, JSON.parse(text));
  },
};

/**
 * The analyzer also lists what it sees dispatched, under the text of the first argument. Our events are subclasses that
 * carry their name inside, so such an entry is a variable's name: only what a class comment lists, or a literal, is kept.
 */
const namedEvents = {
  name: 'named-events',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        declaration.events = declaration.events?.filter(
          ({ name, description }) => description || /-/.test(name ?? ''),
        );
      }
    }
  },
};

export default {
  globs: ['components/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [namedEvents, shippedPaths],
};
