import { Session } from '../../src/session/session.js';
import { variantOf } from '../../src/quiz/practice.js';
import type { Moment } from '../../src/timeline/types.js';
import type { LayerSpec } from '../../src/variants/types.js';

/** A layer of its own, run by the engine, on which the same question is asked anew. */
export class Practice {
  private readonly changed: () => void;
  private session: Session | null = null;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** Numbers of the layer that is asked about now; null until they are there. */
  get moment(): Moment | null {
    const { session } = this;
    const isThere = session?.status === 'ready' && session.moment?.plan === session.plan;
    return isThere ? session.moment : null;
  }

  /** Another layer like this one; the same for the same seed. */
  ask(layer: LayerSpec, moment: Moment, of: string, seed: number): void {
    if (!this.session) {
      this.session = new Session();
      this.session.addEventListener('change', this.changed);
      this.session.connect();
    }
    this.session.load(variantOf(layer, moment, of, seed), { anew: true });
  }

  /** Gives the engine back. */
  stop(): void {
    this.session?.removeEventListener('change', this.changed);
    this.session?.disconnect();
    this.session = null;
  }
}
