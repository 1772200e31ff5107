import { interfaceEn } from './parts/interface.js';
import { mediaEn } from './parts/media.js';
import { problemsEn } from './parts/problems.js';
import { sentencesEn } from './parts/sentences.js';
import { viewsEn } from './parts/views.js';

/** Every English string by key. */
export const en = { ...interfaceEn, ...viewsEn, ...problemsEn, ...mediaEn, ...sentencesEn } as const;

export type WordKey = keyof typeof en;
