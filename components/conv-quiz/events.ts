/** A question was answered, or its answer shown. Bubbles and crosses shadow roots. */
export class ConvQuizEvent extends Event {
  static readonly type = 'conv-quiz';
  /** Id of the question, '' where it has none. */
  readonly quiz: string;
  /** What was answered; null where the answer was shown. */
  readonly answer: string | null;
  readonly right: boolean;

  constructor(quiz: string, answer: string | null, right: boolean) {
    super(ConvQuizEvent.type, { bubbles: true, composed: true });
    this.quiz = quiz;
    this.answer = answer;
    this.right = right;
  }
}

declare global {
  interface HTMLElementEventMap {
    'conv-quiz': ConvQuizEvent;
  }
}
