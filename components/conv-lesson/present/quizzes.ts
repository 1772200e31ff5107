/** What slides need of a `<conv-quiz>`. */
interface Question extends Element {
  readonly answered: boolean;
  readonly updateComplete: Promise<boolean>;
  show(): void;
}

/** The first question of a step that waits for its answer. */
export function openQuestion(step: Element | undefined): Question | null {
  const questions = step?.querySelectorAll<Question>('conv-quiz:defined') ?? [];
  return [...questions].find(({ answered }) => !answered) ?? null;
}
