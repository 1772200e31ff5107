/** What learners get wrong, M1 … M24, and the wrong ideas whose answers can be computed. */

import type { Stage } from '../math/types.js';

/** The wrong ideas that `distractors` of a quiz may name. */
export const ideaNames = [
  'turned-kernel',
  'transpose',
  'zero-row',
  'padded-input',
  'undone',
  'one-channel',
  'shared-slice',
  'input-channels-ignored',
  'filters-as-size',
  'dilated-cost',
  'dense-field',
  'one-layer-field',
  'forgot-bias',
  'forgot-stride',
  'no-padding',
  'symmetric-same',
  'swapped-axes',
  'flops',
  'per-channel-bias',
  'standard-count',
  'summed-channels',
  'all-filters-share',
  'overwritten',
  'neighbour',
  'multiplier-as-width',
] as const;

export type IdeaName = (typeof ideaNames)[number];

/** `M1` … `M24`. */
export type Misconception = `M${number}`;

/** All of them, each owned by one lesson. */
export const misconceptions: readonly Misconception[] = Array.from(
  { length: 24 },
  (_, index): Misconception => `M${index + 1}`,
);

const betrayals: Readonly<Partial<Record<IdeaName, readonly Misconception[]>>> = {
  'turned-kernel': ['M5', 'M4'],
  'zero-row': ['M2'],
  'padded-input': ['M3'],
  undone: ['M1'],
  'one-channel': ['M15'],
  'shared-slice': ['M15'],
  'input-channels-ignored': ['M15'],
  'filters-as-size': ['M16'],
  'dilated-cost': ['M17'],
  'dense-field': ['M18'],
  'one-layer-field': ['M22'],
  'symmetric-same': ['M7'],
  'swapped-axes': ['M6'],
  flops: ['M9'],
  'per-channel-bias': ['M11'],
  'standard-count': ['M23'],
  'summed-channels': ['M23', 'M12'],
  'multiplier-as-width': ['M10'],
};

export function isIdeaName(name: string): name is IdeaName {
  return (ideaNames as readonly string[]).includes(name);
}

export function isMisconception(name: string): name is Misconception {
  return (misconceptions as readonly string[]).includes(name);
}

/** The misconceptions that an answer can betray: those of a wrong idea, or the one that is named itself. */
export function betrayedBy(name: string): readonly Misconception[] {
  if (isMisconception(name)) return [name];
  return isIdeaName(name) ? (betrayals[name] ?? []) : [];
}

/** An idea that betrays one misconception or another, by the stage that it is about. */
const byStage: Readonly<Partial<Record<IdeaName, (stage: Stage) => Misconception>>> = {
  'turned-kernel': ({ op }) => (op === 'transposed' ? 'M4' : 'M5'),
  'summed-channels': ({ groups }) => (groups > 1 ? 'M23' : 'M12'),
};

/** What a wrong answer about a stage betrays: a misconception, or an idea that is none of them. */
export function topicOf(name: string, stage: Stage | undefined): string {
  if (!isIdeaName(name)) return name;
  return (stage && byStage[name]?.(stage)) ?? betrayals[name]?.[0] ?? name;
}

/** The hint that a wrong answer about a stage gets: that of its topic, in words that fit the stage. */
export function hintOf(name: string, stage: Stage | undefined): string {
  const topic = topicOf(name, stage);
  return topic === 'M23' && stage && mixesWithinGroups(stage) ? 'groups' : topic;
}

/** Neither depthwise nor without groups: what is said of depthwise layers would be wrong. */
function mixesWithinGroups({ groups, input: [, , , channels] }: Stage): boolean {
  return groups > 1 && groups < channels;
}
