import type { WordKey } from './en.js';
import { blockZh } from './parts/zh/block.js';
import { checkerboardZh } from './parts/zh/checkerboard.js';
import { codeZh } from './parts/zh/code.js';
import { codeCommentsZh } from './parts/zh/code-comments.js';
import { compareZh } from './parts/zh/compare.js';
import { settingsZh } from './parts/zh/settings.js';
import { shareZh } from './parts/zh/share.js';
import { siteZh } from './parts/zh/site.js';
import { embedZh } from './parts/zh/embed.js';
import { exportZh } from './parts/zh/export.js';
import { filmZh } from './parts/zh/film.js';
import { inputZh } from './parts/zh/input.js';
import { interfaceZh } from './parts/zh/interface.js';
import { lessonZh } from './parts/zh/lesson.js';
import { presentZh } from './parts/zh/present.js';
import { matrixZh } from './parts/zh/matrix.js';
import { mediaZh } from './parts/zh/media.js';
import { networkZh } from './parts/zh/network.js';
import { networkReadingZh } from './parts/zh/network-reading.js';
import { networkNotesZh } from './parts/zh/network-notes.js';
import { paddingZh } from './parts/zh/padding.js';
import { presetsZh } from './parts/zh/presets.js';
import { problemsZh } from './parts/zh/problems.js';
import { scaleZh } from './parts/zh/scale.js';
import { sceneStandardZh } from './parts/zh/scene-standard.js';
import { sceneZh } from './parts/zh/scene.js';
import { sentencesZh } from './parts/zh/sentences.js';
import { speedZh } from './parts/zh/speed.js';
import { transposedZh } from './parts/zh/transposed.js';
import { countsZh } from './parts/zh/counts.js';
import { helpZh } from './parts/zh/help.js';
import { factorisationZh } from './parts/zh/factorisation.js';
import { filterZh } from './parts/zh/filter.js';
import { formulaZh } from './parts/zh/formula.js';
import { griddingZh } from './parts/zh/gridding.js';
import { quizZh } from './parts/zh/quiz.js';
import { receptiveFieldZh } from './parts/zh/receptive-field.js';
import { tablesZh } from './parts/zh/tables.js';

/** Every Simplified Chinese string by key. */
export const zh: Readonly<Record<WordKey, string>> = {
  ...interfaceZh,
  ...embedZh,
  ...exportZh,
  ...filmZh,
  ...inputZh,
  ...settingsZh,
  ...shareZh,
  ...siteZh,
  ...countsZh,
  ...factorisationZh,
  ...filterZh,
  ...formulaZh,
  ...helpZh,
  ...griddingZh,
  ...quizZh,
  ...receptiveFieldZh,
  ...tablesZh,
  ...transposedZh,
  ...problemsZh,
  ...scaleZh,
  ...mediaZh,
  ...lessonZh,
  ...presentZh,
  ...sceneZh,
  ...sceneStandardZh,
  ...sentencesZh,
  ...checkerboardZh,
  ...codeZh,
  ...codeCommentsZh,
  ...compareZh,
  ...matrixZh,
  ...networkZh,
  ...networkReadingZh,
  ...networkNotesZh,
  ...blockZh,
  ...paddingZh,
  ...presetsZh,
  ...speedZh,
};
