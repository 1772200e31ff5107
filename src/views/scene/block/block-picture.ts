import { CellPicture } from '../cell-picture.js';
import type { Setting } from '../choreography/choreography.js';
import type { SceneOptions } from '../scene-options.js';
import type { Staged, Setter, StageSetterEvents } from '../stage-setter.js';
import type { Staging } from '../staging.js';
import { settingOf, type BlockShown } from './setting.js';

/** A block of a network, its rows standing as cells. */
export class BlockPicture extends CellPicture<BlockShown> {
  constructor(canvas: HTMLCanvasElement, options: SceneOptions) {
    super(canvas, options, (events) => new BlockSetter(events));
  }
}

/** Sets the scene up anew for each row that is taken in hand; a close-up flies to it. */
class BlockSetter implements Setter<BlockShown> {
  setting: Setting<BlockShown> | null = null;
  staging: Staging | null = null;
  readonly gliding = false;
  private readonly events: StageSetterEvents;
  private before: BlockShown | null = null;

  constructor(events: StageSetterEvents) {
    this.events = events;
  }

  stage(shown: BlockShown, _around: unknown, still: boolean): Staged<BlockShown> {
    const { before } = this;
    const isSameBlock = before?.places === shown.places;
    const isSameRow = before?.frame.stage === shown.frame.stage;
    if (!this.setting || !isSameBlock || !isSameRow) this.setting = settingOf(shown);
    if (isSameBlock && !isSameRow && !still) this.events.onMove();
    this.before = shown;
    this.staging = this.setting.stage(shown, still);
    return { setting: this.setting, drawn: this.staging };
  }

  /** All is here already. */
  load(): Promise<void> {
    return Promise.resolve();
  }

  fetchGlide(): void {
    // Rows stand still.
  }
}
