/**
 * Answers that come later, one at a time and kept for a while. What was asked for last is fetched next; a wish that
 * nobody renews after a new answer is dropped.
 */
export class Fetched<Value extends object> {
  private readonly fetch: (key: string) => Promise<Value>;
  private readonly arrived: () => void;
  private readonly most: number;
  private readonly known = new Map<string, Value>();
  private wanted: readonly string[] = [];
  private round = 0;
  private fetching = false;

  /**
   * @param fetch gets one answer; where it fails, the wishes of that moment are dropped
   * @param arrived told after each answer, to ask again for what is still needed
   * @param most answers kept
   */
  constructor(fetch: (key: string) => Promise<Value>, arrived: () => void, most = 256) {
    this.fetch = fetch;
    this.arrived = arrived;
    this.most = most;
  }

  /** The answers that are there, in the order of the keys; the others are fetched, first key first. */
  want(keys: readonly string[]): readonly (Value | undefined)[] {
    const answers = keys.map((key) => this.known.get(key));
    this.wanted = keys.filter((key) => !this.known.has(key));
    if (!this.fetching && this.wanted.length > 0) void this.run();
    return answers;
  }

  /** Forgets every answer, and one that is on its way. */
  clear(): void {
    this.known.clear();
    this.wanted = [];
    this.round += 1;
  }

  private async run(): Promise<void> {
    this.fetching = true;
    for (let key = this.wanted.at(0); key !== undefined; key = this.wanted.at(0)) {
      const { round } = this;
      const value = await this.fetch(key).catch(() => undefined);
      if (round !== this.round) continue;
      if (value === undefined) this.wanted = [];
      else {
        this.keep(key, value);
        this.arrived();
      }
    }
    this.fetching = false;
  }

  private keep(key: string, value: Value): void {
    this.known.set(key, value);
    this.wanted = this.wanted.filter((each) => each !== key);
    const oldest = this.known.keys().next();
    if (this.known.size > this.most && !oldest.done) this.known.delete(oldest.value);
  }
}
