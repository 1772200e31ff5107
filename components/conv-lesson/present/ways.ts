/** The ways to present a lesson; fetched when somebody presents. */
import type { Way } from '../address.js';
import { Console } from './console.js';
import { presentEn } from '../../../src/words/parts/present.js';
import { teach } from '../../../src/words/say.js';
import type { PresentedLesson, Presenting } from './presented-lesson.js';
import { Slides } from './slides.js';
import { presentStyles } from './styles.js';

teach(presentEn);

export function begin(way: Exclude<Way, ''>, lesson: PresentedLesson): Presenting {
  dress(lesson);
  return way === 'slides' ? new Slides(lesson) : new Console(lesson);
}

function dress({ shadowRoot }: HTMLElement): void {
  const sheet = presentStyles.styleSheet;
  if (sheet && shadowRoot && !shadowRoot.adoptedStyleSheets.includes(sheet))
    shadowRoot.adoptedStyleSheets.push(sheet);
}
