/** Puts one mistake of the mutation list into the sources as the test runner loads them; no file is touched. */
import { readFileSync } from 'node:fs';
import { mutations } from './mutation-list.mjs';

/**
 * @param {string | undefined} name of a mutation; without one the plugin does nothing
 * @returns {import('vite').Plugin | undefined}
 */
export function mutationPlugin(name = process.env.CONVSCOPE_MUTATION) {
  if (!name) return undefined;
  const mutation = mutations.find((candidate) => candidate.name === name);
  if (!mutation) throw new Error(`No mutation is called '${name}'.`);
  return {
    name: 'convscope-mutation',
    enforce: 'pre',
    load(id) {
      const [path, query = ''] = id.split('?');
      const edits = mutation.edits.filter(({ file }) => path.endsWith(`/${file}`));
      if (edits.length === 0) return undefined;
      const source = edits.reduce(mutate, readFileSync(path, 'utf8'));
      return /(^|&)raw(&|$)/.test(query) ? `export default ${JSON.stringify(source)};` : source;
    },
  };
}

/** @returns {string} the source with the edit made, which must be possible at exactly one place */
function mutate(source, { file, find, replace }) {
  const parts = source.split(find);
  if (parts.length !== 2) throw new Error(`'${find}' occurs ${parts.length - 1} times in ${file}, not once.`);
  return parts.join(replace);
}
