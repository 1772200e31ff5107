/** Every English string: what each figure needs, and what elements bring. */
import { en } from '../src/words/en.js';
import { compareEn } from '../src/words/parts/compare.js';
import { matrixEn } from '../src/words/parts/matrix.js';
import { mediaEn } from '../src/words/parts/media.js';
import { settingsEn } from '../src/words/parts/settings.js';
import { siteEn } from '../src/words/parts/site.js';
import { presetsEn } from '../src/words/parts/presets.js';

export const english = {
  ...en,
  ...compareEn,
  ...matrixEn,
  ...mediaEn,
  ...presetsEn,
  ...settingsEn,
  ...siteEn,
};
