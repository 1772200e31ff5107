import { html, type TemplateResult } from 'lit';
import { icon, type IconName } from '../shared/icons.js';
import { renderSegments } from '../shared/segmented.js';
import type { Surroundings } from '../shared/surroundings.js';
import type { WordKey } from '../../src/words/say.js';

export const blockViews = ['whole', 'row', 'front'] as const;
export type BlockView = (typeof blockViews)[number];

interface Controls {
  readonly around: Surroundings;
  readonly hand: number;
  readonly rows: number;
  readonly isPlaying: boolean;
  readonly view: BlockView;
  readonly step: (by: number) => void;
  readonly play: () => void;
  readonly look: (view: BlockView) => void;
  /** @param direction 1 to the left, −1 to the right */
  readonly turn: (direction: number) => void;
  readonly reset: () => void;
  readonly others: () => void;
}

/** Below the picture: from row to row, and from where it is seen. */
export function renderControls(controls: Controls): TemplateResult {
  const { around, hand, rows, isPlaying, view, step, play, look, turn, reset, others } = controls;
  const { say } = around;
  const button = (does: string, name: IconName, words: WordKey, act: () => void, disabled = false) =>
    html`<button
      data-does=${does}
      aria-label=${say(words)}
      title=${say(words)}
      ?disabled=${disabled}
      @click=${act}
    >
      ${icon(name)}
    </button>`;
  return html`<div class="foot" part="controls">
    <div class="tools" role="group" aria-label=${say('block.steps')}>
      ${button('previous', 'previous', 'block.previous', () => step(-1), hand === 0)}
      ${button('play', isPlaying ? 'pause' : 'play', isPlaying ? 'block.pause' : 'block.play', play)}
      ${button('next', 'next', 'block.next', () => step(1), hand === rows - 1)}
      <button data-does="others" @click=${others}>${say('block.others')}</button>
    </div>
    ${renderSegments<BlockView>({
      name: 'view',
      label: say('block.camera'),
      options: blockViews.map((value) => ({ value, label: say(`block.camera.${value}`) })),
      value: view,
      choose: look,
    })}
    <div class="tools">
      ${button('turn-left', 'turnLeft', 'block.turn.left', () => turn(1))}
      ${button('turn-right', 'turnRight', 'block.turn.right', () => turn(-1))}
      ${button('reset', 'reset', 'block.turn.reset', reset)}
    </div>
  </div>`;
}
