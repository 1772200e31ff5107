import type { WordKey } from '../../../src/words/say.js';

/** What the sheet needs of a `<conv-quiz>`. */
interface Question extends HTMLElement {
  /** The right answer in words; null while there is none. */
  readonly answer: string | null;
  readonly result: { readonly question: string };
}

/** The right answers with their reasons, in the order of the steps, on a page of their own; null where nothing is asked. */
export function answerSheet(steps: readonly Element[], say: (key: WordKey) => string): HTMLElement | null {
  const list = document.createElement('ol');
  for (const step of steps)
    for (const question of step.querySelectorAll<Question>('conv-quiz:defined'))
      list.append(answerTo(question));
  if (list.childElementCount === 0) return null;
  const sheet = document.createElement('section');
  sheet.className = 'handout-answers';
  const heading = document.createElement('h2');
  heading.textContent = say('handout.answers');
  sheet.append(heading, list);
  return sheet;
}

function answerTo(question: Question): HTMLElement {
  const item = document.createElement('li');
  const asked = document.createElement('p');
  asked.textContent = question.result.question;
  const answer = document.createElement('p');
  const right = document.createElement('strong');
  right.textContent = question.answer ?? '';
  const reason = question.querySelector('[slot="reveal"]')?.textContent.trim() ?? '';
  answer.append(right, ` ${reason.replaceAll(/\s+/g, ' ')}`);
  item.append(asked, answer);
  return item;
}
