/** Colour scales and decimals that are not the usual ones: fetched when one is first asked for, with the words of the legends. */
import { Display } from '../../src/session/display.js';
import { scaleEn } from '../../src/words/parts/scale.js';
import { teach } from '../../src/words/say.js';

export { scaleLegend } from '../../src/views/scale-legend.js';

teach(scaleEn);

export function makeDisplay(): Display {
  return new Display();
}
