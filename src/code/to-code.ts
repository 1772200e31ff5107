import type { PlanTensors } from '../math/types.js';
import { plan } from '../variants/plan-layer.js';
import type { LayerSpec } from '../variants/types.js';
import { variants } from '../variants/variants.js';
import { codeCommentsEn } from '../words/parts/code-comments.js';
import { factsOf, filled, type CodeComments, type LayerFacts } from './export/facts.js';
import { kerasCode } from './export/keras.js';
import { loopsCode } from './export/loops.js';
import { numpyCode } from './export/numpy.js';
import { onnxCode } from './export/onnx.js';
import { paddleCode } from './export/paddle.js';
import { pytorchCode } from './export/pytorch.js';
import { tfjsCode } from './export/tfjs.js';

interface Exporter {
  readonly write: (facts: LayerFacts) => string;
  /** What begins a comment. */
  readonly mark: '#' | '//';
}

const exporters = {
  pytorch: { write: pytorchCode, mark: '#' },
  keras: { write: kerasCode, mark: '#' },
  paddle: { write: paddleCode, mark: '#' },
  onnx: { write: onnxCode, mark: '#' },
  tfjs: { write: tfjsCode, mark: '//' },
  numpy: { write: numpyCode, mark: '#' },
  loops: { write: loopsCode, mark: '//' },
} as const satisfies Record<string, Exporter>;

/** Languages that a layer can be copied in; plain loops are JavaScript. */
export type CodeLanguage = keyof typeof exporters;

/** In menu order. */
export const codeLanguages = Object.keys(exporters) as readonly CodeLanguage[];

export interface CodeOptions {
  /**
   * As `reference` takes them: the weights of a true convolution are already turned. They are written out as long as they
   * are 1,000 numbers or fewer; else, and without them, the code makes random ones.
   */
  readonly tensors?: PlanTensors | undefined;
  /** Sentences of the comments in another language; default: English. */
  readonly comments?: CodeComments;
}

/**
 * A layer as code that runs and prints its output. What a language cannot express is said in a comment and written in
 * another way. Of a layer that cannot run the code is a comment with the reasons.
 */
export function toCode(
  layer: LayerSpec,
  language: CodeLanguage,
  { tensors, comments = codeCommentsEn }: CodeOptions = {},
): string {
  const { write, mark } = exporters[language];
  const planned = plan({ variant: variants[0].name, ...layer });
  if (planned.problems.length > 0) {
    const reasons = planned.problems.map(({ message }) =>
      filled(comments['comment.cannot-run'], { reason: message }),
    );
    return `${reasons.map((reason) => `${mark} ${reason}`).join('\n')}\n`;
  }
  const facts = factsOf(layer, planned, tensors, comments);
  const turned = facts.input ? 'comment.turned' : 'comment.turn';
  const heading = layer.turned === true ? `${mark} ${facts.comment(turned)}\n` : '';
  return `${heading}${write(facts)}\n`;
}
