import type { Ceilings } from './ceilings.js';
import type { Effort, Measured } from './measure.js';

/** What the page side-by-side/page.html offers to the command. */
export interface EnginePage {
  /** Starts every engine, with so many threads where wasm can have them. */
  start(threads: number): Promise<void>;
  ceilings(): Ceilings | null;
  measure(id: string, effort: Effort): Promise<Measured[]>;
}

declare global {
  interface Window {
    enginePage: EnginePage;
  }
}
