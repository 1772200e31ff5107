import type { Layer, LayerRow, NetworkSpec } from './types.js';

/** A network while its recipe writes it down, row by row; each row reads the last one unless told otherwise. */
export class Draft {
  /** The module that the next rows are part of. */
  block: string | undefined;
  readonly #rows: LayerRow[] = [];
  readonly #taken = new Map<string, number>();

  /** Name of the last row. */
  get last(): string {
    return this.#rows[this.#rows.length - 1].name;
  }

  /**
   * Adds a row and returns its name: the wanted one, or where that is taken, with the next free number, as frameworks do
   * it: add, add_1, add_2.
   */
  add(wanted: string, layer: Layer, from?: readonly string[]): string {
    const name = this.#freeName(wanted);
    const sources = from ?? (layer.op === 'input' ? [] : [this.last]);
    const block = this.block === undefined ? {} : { block: this.block };
    this.#rows.push({ ...layer, name, from: sources, ...block });
    return name;
  }

  /** The rows so far. */
  get spec(): NetworkSpec {
    return { layers: [...this.#rows] };
  }

  #freeName(wanted: string): string {
    const taken = this.#taken.get(wanted);
    this.#taken.set(wanted, (taken ?? 0) + 1);
    return taken === undefined ? wanted : this.#freeName(`${wanted}_${taken}`);
  }
}
