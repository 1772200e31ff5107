import type { checkerboardEn } from './parts/checkerboard.js';
import type { codeEn } from './parts/code.js';
import type { codeCommentsEn } from './parts/code-comments.js';
import type { compareEn } from './parts/compare.js';
import type { countsEn } from './parts/counts.js';
import type { embedEn } from './parts/embed.js';
import type { exportEn } from './parts/export.js';
import type { filmEn } from './parts/film.js';
import type { helpEn } from './parts/help.js';
import type { factorisationEn } from './parts/factorisation.js';
import type { filterEn } from './parts/filter.js';
import type { formulaEn } from './parts/formula.js';
import type { griddingEn } from './parts/gridding.js';
import type { quizEn } from './parts/quiz.js';
import type { receptiveFieldEn } from './parts/receptive-field.js';
import type { tablesEn } from './parts/tables.js';
import type { inputEn } from './parts/input.js';
import { interfaceEn } from './parts/interface.js';
import type { lessonEn } from './parts/lesson.js';
import type { matrixEn } from './parts/matrix.js';
import type { mediaEn } from './parts/media.js';
import type { blockEn } from './parts/block.js';
import type { networkEn } from './parts/network.js';
import type { networkReadingEn } from './parts/network-reading.js';
import type { networkNotesEn } from './parts/network-notes.js';
import type { paddingEn } from './parts/padding.js';
import type { presentEn } from './parts/present.js';
import type { presetsEn } from './parts/presets.js';
import { problemsEn } from './parts/problems.js';
import { sceneStandardEn } from './parts/scene-standard.js';
import { sceneEn } from './parts/scene.js';
import { sentencesEn } from './parts/sentences.js';
import { transposedEn } from './parts/transposed.js';
import type { scaleEn } from './parts/scale.js';
import type { shareEn } from './parts/share.js';
import type { settingsEn } from './parts/settings.js';
import type { siteEn } from './parts/site.js';
import type { speedEn } from './parts/speed.js';

/** The English strings that every figure needs. The others come with the elements that say them, see `teach` in say.ts. */
export const en = {
  ...interfaceEn,
  ...transposedEn,
  ...problemsEn,
  ...sceneEn,
  ...sceneStandardEn,
  ...sentencesEn,
} as const;

export type WordKey =
  | keyof typeof en
  | keyof typeof checkerboardEn
  | keyof typeof codeEn
  | keyof typeof codeCommentsEn
  | keyof typeof compareEn
  | keyof typeof countsEn
  | keyof typeof embedEn
  | keyof typeof exportEn
  | keyof typeof filmEn
  | keyof typeof factorisationEn
  | keyof typeof filterEn
  | keyof typeof formulaEn
  | keyof typeof helpEn
  | keyof typeof griddingEn
  | keyof typeof receptiveFieldEn
  | keyof typeof tablesEn
  | keyof typeof inputEn
  | keyof typeof lessonEn
  | keyof typeof matrixEn
  | keyof typeof mediaEn
  | keyof typeof paddingEn
  | keyof typeof presentEn
  | keyof typeof presetsEn
  | keyof typeof blockEn
  | keyof typeof networkEn
  | keyof typeof networkReadingEn
  | keyof typeof networkNotesEn
  | keyof typeof quizEn
  | keyof typeof scaleEn
  | keyof typeof settingsEn
  | keyof typeof shareEn
  | keyof typeof siteEn
  | keyof typeof speedEn;
