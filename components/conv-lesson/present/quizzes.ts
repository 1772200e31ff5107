/** What slides and the presenter's window need of a `<conv-quiz>`. */
interface Question extends Element {
  answered: boolean;
  /** Shows its answer to the presenter alone. */
  solved: boolean;
  readonly updateComplete: Promise<boolean>;
  show(): void;
}

export function questionsOf(step: Element | undefined): readonly Question[] {
  return [...(step?.querySelectorAll<Question>('conv-quiz:defined') ?? [])];
}

/** The first question of a step that waits for its answer. */
export function openQuestion(step: Element | undefined): Question | null {
  return questionsOf(step).find(({ answered }) => !answered) ?? null;
}
