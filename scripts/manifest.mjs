/** What the class comments of the elements say, as the custom-elements manifest. */
import { join } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

/**
 * Analyses the sources without writing anything; `npm run build` writes the same into dist/.
 *
 * @returns {Promise<import('custom-elements-manifest/schema').Package>}
 */
export async function elementsManifest() {
  return await cli({ argv: ['analyze', '--quiet'], cwd: join(import.meta.dirname, '..'), noWrite: true });
}
