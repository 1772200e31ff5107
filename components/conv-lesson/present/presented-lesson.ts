import type { ConvFigure } from '../../conv-figure/conv-figure.js';
import type { ConvStep } from '../../conv-step/conv-step.js';
import type { WordKey } from '../../../src/words/say.js';
import type { nothing, TemplateResult } from 'lit';

/** What the ways to present a lesson need of it. */
export interface PresentedLesson extends HTMLElement {
  readonly steps: readonly ConvStep[];
  readonly index: number;
  /** Address of the guide for teachers; '' without one. */
  readonly guide: string;
  readonly figure: ConvFigure | null;
  readonly updateComplete: Promise<boolean>;
  show(index: number): void;
  next(): void;
  previous(): void;
  restore(): void;
  leavePresenting(): void;
  requestUpdate(): void;
  /** The lesson's own figure, where the author gives none. */
  renderFigure(): TemplateResult | typeof nothing;
  say(key: WordKey): string;
}

/** A way to present: slides, or the presenter's own window. */
export interface Presenting {
  /** What comes over the lesson, or stands in its place. */
  render(): TemplateResult;
  /** It stands on the page now, or the lesson shows something else than before. */
  changed(): void;
  stop(): void;
}
