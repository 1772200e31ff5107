/** Oldest states are forgotten beyond this many. */
const longest = 200;

/**
 * States that follow each other, with undo and redo. Changes of one gesture, e.g. the drag of a slider, are one entry; a state that is
 * not worth going back to is none as soon as it is left.
 */
export class History<State> {
  private state: State;
  private past: readonly State[] = [];
  private future: readonly State[] = [];
  private gesture: string | null = null;

  private readonly isWorthIt: (state: State) => boolean;

  constructor(state: State, isWorthIt: (state: State) => boolean = () => true) {
    this.state = state;
    this.isWorthIt = isWorthIt;
  }

  get current(): State {
    return this.state;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /**
   * Takes a new state; what was undone is forgotten.
   * @param gesture states in a row with the same name are one entry; null: an entry of its own
   */
  record(state: State, gesture: string | null = null): void {
    if (state === this.state) return;
    const isOther = gesture === null || gesture !== this.gesture;
    if (isOther && this.isWorthIt(this.state)) this.past = [...this.past, this.state].slice(-longest);
    this.state = state;
    this.future = [];
    this.gesture = gesture;
  }

  /** Takes a state that nobody chose, e.g. what a page presets: there is no way back behind it. */
  begin(state: State): void {
    this.state = state;
    this.past = [];
    this.future = [];
    this.gesture = null;
  }

  /** Ends the gesture: what comes next is an entry of its own. */
  settle(): void {
    this.gesture = null;
  }

  undo(): boolean {
    const before = this.past.at(-1);
    if (before === undefined) return false;
    this.past = this.past.slice(0, -1);
    if (this.isWorthIt(this.state)) this.future = [this.state, ...this.future];
    this.state = before;
    this.gesture = null;
    return true;
  }

  redo(): boolean {
    const [after] = this.future;
    if (after === undefined) return false;
    this.future = this.future.slice(1);
    this.past = [...this.past, this.state];
    this.state = after;
    this.gesture = null;
    return true;
  }
}
