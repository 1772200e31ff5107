import type { Parameters, WordKey } from '../words/say.js';

/** Says a string in the language of the view. */
export type Say = (key: WordKey, parameters?: Parameters) => string;
