/** A lesson on paper: every step with its own picture, room for answers, and the answers on a sheet of their own. */
import { presentEn } from '../../../src/words/parts/present.js';
import { teach, type Parameters, type WordKey } from '../../../src/words/say.js';
import type { ConvStep } from '../../conv-step/conv-step.js';
import type { Lab } from '../../shared/lab.js';
import type { ThemeName } from '../../shared/theme.js';
import { stateOnPaper } from '../waiting.js';
import { answerSheet } from './answer-sheet.js';
import { stillOf, type Still } from './still.js';
import { handoutStyles } from './styles.js';

teach(presentEn);

/** What a handout needs of its lesson. */
export interface PrintedLesson extends HTMLElement {
  theme: ThemeName;
  readonly steps: readonly ConvStep[];
  readonly updateComplete: Promise<boolean>;
}

type Say = (key: WordKey, parameters?: Parameters) => string;

/** The lesson that is being printed; one at a time. */
let printed: PrintedLesson | null = null;

/**
 * Lays a lesson out for the printer, opens the browser's print dialogue, and takes away again what was added.
 *
 * @param tell shows how far it is, why it cannot be made, '' at the end
 */
export async function printHandout(
  lesson: PrintedLesson,
  lab: Lab,
  tell: (told: string) => void,
): Promise<void> {
  if (printed) return;
  printed = lesson;
  try {
    const takeAway = await layOut(lesson, lab, tell);
    tell('');
    window.addEventListener('afterprint', takeAway, { once: true });
    window.print();
  } catch (error) {
    tell(lab.say('figure.failed', { message: error instanceof Error ? error.message : String(error) }));
  } finally {
    printed = null;
  }
}

/** @returns what takes away all that was added; @throws the engine's error where it refuses a step */
async function layOut(lesson: PrintedLesson, lab: Lab, tell: (told: string) => void): Promise<() => void> {
  const { theme, steps } = lesson;
  const added: Element[] = [];
  const undress = dress(lesson.getRootNode() as Document | ShadowRoot);
  const takeAway = (): void => {
    for (const each of added) each.remove();
    undress();
    delete lesson.dataset.handout;
    lesson.theme = theme;
    lesson.style.removeProperty('--conv-background');
  };
  try {
    lesson.theme = 'paper';
    lesson.style.setProperty('--conv-background', '#ffffff');
    await lesson.updateComplete;
    const { signal } = new AbortController();
    for (const [i, step] of steps.entries()) {
      tell(lab.say('handout.making', { number: i + 1, count: steps.length }));
      const figure = await stillFigure(
        await stillOf(await stateOnPaper(steps, step), lab, signal),
        lab.say,
        i + 1,
      );
      step.append(figure);
      added.push(figure);
    }
    const sheet = answerSheet(steps, lab.say);
    if (sheet) {
      // After all that the page says, so that it can be kept back.
      lesson.parentNode?.append(sheet);
      added.push(sheet);
    }
    lesson.dataset.handout = '';
    return takeAway;
  } catch (error) {
    takeAway();
    throw error;
  }
}

/** Puts the print rules into the page, as a sheet of its own, which the strictest policy lets pass; @returns what takes them out. */
function dress(root: Document | ShadowRoot): () => void {
  const sheet = handoutStyles.styleSheet!;
  root.adoptedStyleSheets.push(sheet);
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

async function stillFigure(
  { picture, formula, counts }: Still,
  say: Say,
  number: number,
): Promise<HTMLElement> {
  const figure = document.createElement('figure');
  figure.className = 'handout-still';
  if (picture) {
    picture.role = 'img';
    picture.ariaLabel = say('handout.still', { number });
    figure.append(picture);
  }
  const caption = document.createElement('figcaption');
  caption.textContent = counts;
  figure.append(await pictureOf(formula, say('formula.label')), caption);
  return figure;
}

/** A drawing as a picture: the site, like other pages, lets no text become markup. Where it may not be shown, its name stands there. */
async function pictureOf(drawing: string, name: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([drawing], { type: 'image/svg+xml' }));
  const image = Object.assign(new Image(), { alt: name, src: address });
  await image.decode().catch(() => undefined);
  URL.revokeObjectURL(address);
  return image;
}
