/** Stacks worth a look, in menu order. */
import type { WordKey } from '../../words/say.js';

export interface StackPreset {
  readonly words: WordKey;
  readonly stack: string;
  /** Rows and columns; '' for what suits the stack. */
  readonly input: string;
}

export const stackPresets: readonly StackPreset[] = [
  { words: 'receptive-field.preset.three', stack: '3 3 3', input: '' },
  { words: 'receptive-field.preset.two', stack: '3 3', input: '' },
  { words: 'receptive-field.preset.vgg', stack: '3p1 3p1 pool2', input: '12' },
  { words: 'receptive-field.preset.dilated', stack: '3p1 3d2p2 3d4p4', input: '' },
  { words: 'receptive-field.preset.resnet', stack: '7/2p3 pool3/2p1 3p1 3p1', input: '32' },
  { words: 'receptive-field.preset.encoder', stack: '3p1 3/2p1 3/2p1 t4/2p1 t4/2p1', input: '16' },
];
