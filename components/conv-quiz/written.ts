/** What an author writes inside a question. */

export interface WrittenAnswer {
  readonly text: string;
  readonly right: boolean;
  /** The idea or misconception that a wrong answer comes from; '' where none is named. */
  readonly betrays: string;
}

const plain = (text: string | null): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();

/** The items of the list of answers, in its order. */
export function writtenAnswers(quiz: Element): readonly WrittenAnswer[] {
  const items = quiz.querySelectorAll(':scope > [slot="answers"] > li');
  return [...items].map((item) => ({
    text: plain(item.textContent),
    right: item.hasAttribute('right'),
    betrays: item.getAttribute('betrays') ?? '',
  }));
}

/** The prose that is neither answer nor reveal. */
export function questionText(quiz: Element): string {
  const prose = [...quiz.childNodes].filter((node) => !(node instanceof Element && node.slot !== ''));
  return plain(prose.map(({ textContent }) => textContent).join(' '));
}

/** What the author says to a wrong answer that comes from no known idea; '' where nothing is said. */
export function hintText(quiz: Element): string {
  return plain(quiz.querySelector(':scope > [slot="hint"]')?.textContent ?? null);
}
