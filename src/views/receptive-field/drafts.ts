/**
 * A stack of layers as one line of text, and as what a person has typed into the fields of each. Layers are parted by spaces:
 *
 *     3          convolution 3 × 3               3x5        3 rows × 5 columns
 *     3/2        stride 2                        3d2        dilation rate 2
 *     3p1        padding 1 on every side         3p1x0      rows × columns       3p0,1,0,1  top, bottom, left, right
 *     3same      TensorFlow's SAME               pool2      pooling, its stride is its kernel if none is given
 *     t4/2p1     transposed convolution          t3/2p1+1   output padding 1
 *
 * Every text is a stack: what cannot be understood stays, word for word, in the field where it stands.
 */

export type LayerKind = 'conv' | 'pool' | 'transposed';

/** The fields of a layer that a person types, as typed; '' is a field left out. */
export interface LayerDraft {
  readonly kind: LayerKind;
  readonly kernel: string;
  readonly stride: string;
  readonly dilation: string;
  readonly padding: string;
  /** Transposed only. */
  readonly outputPadding: string;
}

export type DraftField = Exclude<keyof LayerDraft, 'kind'>;

const prefixes: Readonly<Record<LayerKind, string>> = { conv: '', pool: 'pool', transposed: 't' };
const markers = { '/': 'stride', d: 'dilation', p: 'padding', '+': 'outputPadding' } as const;
/** Stands for a kernel that is left out, so that a layer is never an empty word. */
const noKernel = '?';

/** A layer of which nothing but the kernel is said. */
export function draftOf(kernel: string, kind: LayerKind = 'conv'): LayerDraft {
  return { kind, kernel, stride: '', dilation: '', padding: '', outputPadding: '' };
}

/** The layers of a line. Never throws. */
export function readStack(text: string): LayerDraft[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(readLayer);
}

/** The line that {@link readStack} reads as these layers; spaces inside a field become underscores. */
export function writeStack(layers: readonly LayerDraft[]): string {
  return layers.map(writeLayer).join(' ');
}

function readLayer(word: string): LayerDraft {
  const plain = word.toLowerCase().replaceAll('×', 'x');
  const [, prefix = '', kernel, rest] = /^(pool|t)?([^/dps+]*)(.*)$/.exec(plain)!;
  const kind = prefix === 'pool' ? 'pool' : prefix === 't' ? 'transposed' : 'conv';
  const found = [...rest.matchAll(/([/dp+])([^/dps+]+)|same/g)];
  const fields: Partial<Record<DraftField, string>> = {};
  for (const [whole, marker, value] of found) {
    const field = whole === 'same' ? 'padding' : markers[marker as keyof typeof markers];
    if (field in fields) return draftOf(word);
    fields[field] = value ?? whole;
  }
  // Where a letter is left over, the whole word goes into the field that comes first.
  if (found.map(([whole]) => whole).join('') !== rest) return draftOf(word);
  return { ...draftOf(kernel === noKernel ? '' : kernel, kind), ...fields };
}

function writeLayer({ kind, kernel, ...rest }: LayerDraft): string {
  const fields = Object.entries(markers).map(([marker, field]) => {
    const value = asWord(rest[field]);
    if (value === '') return '';
    return field === 'padding' && value === 'same' ? value : marker + value;
  });
  return prefixes[kind] + (asWord(kernel) || noKernel) + fields.join('');
}

function asWord(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/\s*[x×]\s*/g, 'x')
    .replace(/\s*,\s*/g, ',')
    .replace(/\s+/g, '_');
}
