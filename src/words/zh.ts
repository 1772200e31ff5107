import type { WordKey } from './en.js';
import { interfaceZh } from './parts/interface.js';
import { mediaZh } from './parts/media.js';
import { problemsZh } from './parts/problems.js';
import { sentencesZh } from './parts/sentences.js';
import { viewsZh } from './parts/views.js';

/** Every Simplified Chinese string by key. */
export const zh: Readonly<Record<WordKey, string>> = {
  ...interfaceZh,
  ...viewsZh,
  ...problemsZh,
  ...mediaZh,
  ...sentencesZh,
};
