/** Runs blocks with the page's engine: the last one asked for counts. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { runBlock } from '../../src/blocks/index.js';
import type { Tensor } from '../../src/math/types.js';
import type { NetworkRow } from '../../src/networks/index.js';
import { acquireEngine, releaseEngine } from '../../src/session/engines.js';

interface Asked {
  readonly rows: readonly NetworkRow[];
  readonly seed: number;
}

export class BlockWork implements ReactiveController {
  /** Of every row of what was asked last; null until they are there. */
  outputs: readonly Tensor[] | null = null;
  /** Why there are none; '' where nothing failed. */
  failure = '';
  private readonly host: ReactiveControllerHost;
  private asked: Asked | null = null;
  private isConnected = false;
  private holdsEngine = false;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.isConnected = true;
    if (this.asked) void this.run(this.asked);
  }

  hostDisconnected(): void {
    this.isConnected = false;
    if (this.holdsEngine) releaseEngine();
    this.holdsEngine = false;
  }

  /** Asks for a block's numbers, unless they are what was asked for already. */
  ask(rows: readonly NetworkRow[], seed: number): void {
    if (this.asked?.rows === rows && this.asked.seed === seed) return;
    // Another block has other rows: what was there would not fit them.
    if (this.asked?.rows !== rows) this.outputs = null;
    this.asked = { rows, seed };
    if (this.isConnected) void this.run(this.asked);
  }

  private async run(asked: Asked): Promise<void> {
    const acquired = acquireEngine();
    if (this.holdsEngine) releaseEngine();
    this.holdsEngine = true;
    try {
      const engine = await acquired;
      const outputs = await runBlock(asked.rows, {
        run: (plan, tensors) => engine.run(plan, tensors),
        seed: asked.seed,
      });
      if (this.asked === asked) [this.outputs, this.failure] = [outputs, ''];
    } catch (error) {
      const isLeft = this.asked !== asked || !this.isConnected;
      if (!isLeft) this.failure = error instanceof Error ? error.message : String(error);
    }
    this.host.requestUpdate();
  }
}
