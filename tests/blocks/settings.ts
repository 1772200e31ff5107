/** Every block at every choice of each of its knobs. */
import { blocks, type Block } from '../../src/blocks/index.js';

type Settings = Readonly<Record<string, number | string>>;

interface BlockSetting {
  readonly block: Block;
  readonly settings: Settings;
}

function settingsOf({ knobs }: Block): readonly Settings[] {
  return knobs.reduce<readonly Settings[]>(
    (all, { name, choices }) =>
      all.flatMap((settings) => choices.map((choice) => ({ ...settings, [name]: choice }))),
    [{}],
  );
}

export const everySetting: readonly BlockSetting[] = blocks.flatMap((block) =>
  settingsOf(block).map((settings) => ({ block, settings })),
);

export function settingText({ block, settings }: BlockSetting): string {
  return `${block.id} ${JSON.stringify(settings)}`;
}
