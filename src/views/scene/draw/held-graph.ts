import { acquireGpu, releaseGpu } from '../../../gpu/context.js';
import type { SharedGpu } from '../../../gpu/types.js';
import type { ViewTheme } from '../../theme.js';
import type { SceneOptions } from '../scene-options.js';
import { acquireRenderer, releaseRenderer, type SharedRenderer } from './shared-renderer.js';
import { StageGraph } from './stage-graph.js';

/** A graph, and the renderer that it was made on and is drawn with. */
export interface Held {
  readonly graph: StageGraph;
  readonly renderer: SharedRenderer;
}

/** One figure's hold on the page's context: its graph, made when it is first needed and made anew in a restored context. */
export class HeldGraph {
  private readonly options: Pick<SceneOptions, 'theme' | 'onNoGpu'>;
  private readonly onRestored: () => void;
  private gpu: SharedGpu | null = null;
  private stopListening = () => {};
  private held: Held | null = null;

  constructor(options: Pick<SceneOptions, 'theme' | 'onNoGpu'>, onRestored: () => void) {
    this.options = options;
    this.onRestored = onRestored;
  }

  /** The graph on the renderer of the present context; null while there is none. */
  get(): Held | null {
    const gpu = this.holdGpu();
    if (!gpu || gpu.lost) return null;
    if (this.held?.renderer.generation !== gpu.generation) this.drop();
    this.held ??= this.make(gpu);
    return this.held;
  }

  setTheme(theme: ViewTheme): void {
    this.held?.graph.setTheme(theme);
  }

  dispose(): void {
    this.drop();
    this.stopListening();
    this.gpu = null;
    releaseGpu(this);
  }

  /** The page's context, held until the graph is disposed; null without WebGL2. */
  private holdGpu(): SharedGpu | null {
    if (this.gpu) return this.gpu;
    this.gpu = acquireGpu(this);
    if (!this.gpu) this.options.onNoGpu?.();
    this.stopListening = this.gpu?.on('restored', this.onRestored) ?? (() => {});
    return this.gpu;
  }

  private make(gpu: SharedGpu): Held {
    const renderer = acquireRenderer(gpu, this);
    const graph = gpu.enter(renderer, () => new StageGraph(renderer));
    graph.setTheme(this.options.theme);
    return { graph, renderer };
  }

  private drop(): void {
    if (!this.held) return;
    const { graph, renderer } = this.held;
    this.held = null;
    if (!renderer.gpu.lost) renderer.gpu.enter(renderer, () => graph.dispose());
    releaseRenderer(renderer, this);
  }
}
