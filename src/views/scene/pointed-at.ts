import type { ViewIntent } from '../../timeline/types.js';

/** Tells each change of what is pointed at once; a pin is told every time. */
export class PointedAt {
  private readonly tell: (intent: ViewIntent) => void;
  private last = '';

  constructor(tell: (intent: ViewIntent) => void) {
    this.tell = tell;
  }

  /** @param intent null: nothing is pointed at, @param stage the one that is left then */
  change(intent: ViewIntent | null, stage: number): void {
    const summary = intent ? summaryOf(intent) : '';
    if (summary === this.last && intent?.kind !== 'pin') return;
    this.last = summary;
    this.tell(intent ?? { kind: 'leave', stage, tensor: 'input', index: [] });
  }
}

function summaryOf({ kind, stage, tensor, index, pair }: ViewIntent): string {
  return [kind, stage, tensor, index, pair?.input, pair?.output].join(' ');
}
