/** What a person gave, kept so that it can be read again in another way; and what it is read for. */
import type { Plan, Tensor } from '../../src/math/types.js';
import type { NumberTarget } from '../../src/media/layouts.js';
import { MediaError } from '../../src/media/media-error.js';

export type Given =
  | { readonly kind: 'text'; readonly text: string; readonly name: string }
  | { readonly kind: 'array'; readonly array: Tensor; readonly name: string }
  | { readonly kind: 'picture'; readonly file: File };

/** Which numbers of the layer are given. */
export interface Place {
  readonly kind: NumberTarget['kind'];
  readonly stage: number;
}

export const inputPlace: Place = { kind: 'input', stage: 0 };

/** Every tensor of a plan that a person can give. */
export function placesOf({ stages }: Plan): Place[] {
  return [
    inputPlace,
    ...stages.flatMap(({ index, bias }): Place[] => [
      { kind: 'weights', stage: index },
      ...(bias ? [{ kind: 'bias', stage: index } as const] : []),
    ]),
  ];
}

export function targetOf({ stages }: Plan, { kind, stage }: Place): NumberTarget {
  const { weightShape, filters } = stages[stage];
  if (kind === 'weights') return { kind, shape: weightShape };
  if (kind === 'bias') return { kind, filters };
  return { kind, channels: stages[0].input[3] };
}

/**
 * Looks at a file, by its first bytes where its name does not tell.
 * @throws MediaError
 */
export async function givenBy(file: File): Promise<Given> {
  const { inspectLength } = await import('../../src/media/inspect.js');
  const isText = /^text\/(plain|csv)|json/.test(file.type) || /\.(csv|tsv|txt|json)$/i.test(file.name);
  const claimsNpy = /\.npy$/i.test(file.name);
  inspectLength(file.size);
  try {
    if (isText) return { kind: 'text', text: await file.text(), name: file.name };
    const { isNpy, readNpy } = await import('../../src/media/npy.js');
    const begin = new Uint8Array(await file.slice(0, 8).arrayBuffer());
    if (!isNpy(begin) && !claimsNpy) return { kind: 'picture', file };
    if (!isNpy(begin)) throw new MediaError('corrupt', 'NPY');
    return { kind: 'array', array: readNpy(new Uint8Array(await file.arrayBuffer())), name: file.name };
  } catch (cause) {
    throw cause instanceof MediaError ? cause : new MediaError('unreadable-file', '', '', { cause });
  }
}
