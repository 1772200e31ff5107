/** Every English string: what each figure needs, and what elements bring. */
import { en } from '../src/words/en.js';
import { checkerboardEn } from '../src/words/parts/checkerboard.js';
import { codeEn } from '../src/words/parts/code.js';
import { codeCommentsEn } from '../src/words/parts/code-comments.js';
import { compareEn } from '../src/words/parts/compare.js';
import { countsEn } from '../src/words/parts/counts.js';
import { factorisationEn } from '../src/words/parts/factorisation.js';
import { filterEn } from '../src/words/parts/filter.js';
import { formulaEn } from '../src/words/parts/formula.js';
import { helpEn } from '../src/words/parts/help.js';
import { griddingEn } from '../src/words/parts/gridding.js';
import { quizEn } from '../src/words/parts/quiz.js';
import { receptiveFieldEn } from '../src/words/parts/receptive-field.js';
import { tablesEn } from '../src/words/parts/tables.js';
import { embedEn } from '../src/words/parts/embed.js';
import { exportEn } from '../src/words/parts/export.js';
import { lessonEn } from '../src/words/parts/lesson.js';
import { presentEn } from '../src/words/parts/present.js';
import { scaleEn } from '../src/words/parts/scale.js';
import { filmEn } from '../src/words/parts/film.js';
import { inputEn } from '../src/words/parts/input.js';
import { matrixEn } from '../src/words/parts/matrix.js';
import { mediaEn } from '../src/words/parts/media.js';
import { blockEn } from '../src/words/parts/block.js';
import { networkEn } from '../src/words/parts/network.js';
import { networkReadingEn } from '../src/words/parts/network-reading.js';
import { networkNotesEn } from '../src/words/parts/network-notes.js';
import { paddingEn } from '../src/words/parts/padding.js';
import { settingsEn } from '../src/words/parts/settings.js';
import { shareEn } from '../src/words/parts/share.js';
import { speedEn } from '../src/words/parts/speed.js';
import { siteEn } from '../src/words/parts/site.js';
import { presetsEn } from '../src/words/parts/presets.js';

export const english = {
  ...en,
  ...checkerboardEn,
  ...codeEn,
  ...codeCommentsEn,
  ...compareEn,
  ...countsEn,
  ...factorisationEn,
  ...filterEn,
  ...formulaEn,
  ...helpEn,
  ...griddingEn,
  ...quizEn,
  ...receptiveFieldEn,
  ...tablesEn,
  ...embedEn,
  ...exportEn,
  ...filmEn,
  ...inputEn,
  ...lessonEn,
  ...presentEn,
  ...scaleEn,
  ...matrixEn,
  ...mediaEn,
  ...blockEn,
  ...networkEn,
  ...networkReadingEn,
  ...networkNotesEn,
  ...paddingEn,
  ...presetsEn,
  ...settingsEn,
  ...shareEn,
  ...siteEn,
  ...speedEn,
};
