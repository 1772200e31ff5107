/** The reader came to another step of a lesson. Bubbles and crosses shadow roots. */
export class ConvLessonStepEvent extends Event {
  static readonly type = 'conv-lesson-step';
  /** Id of the step, '' where it has none. */
  readonly step: string;
  /** Its place, from 0. */
  readonly index: number;

  constructor(step: string, index: number) {
    super(ConvLessonStepEvent.type, { bubbles: true, composed: true });
    this.step = step;
    this.index = index;
  }
}

declare global {
  interface HTMLElementEventMap {
    'conv-lesson-step': ConvLessonStepEvent;
  }
}
