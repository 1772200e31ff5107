/** A run for the terminal. */
import { milliseconds } from './numbers.js';
import type { CallsSection, EngineSection, PageSection, Results, SceneSection } from './results.js';
import { median } from './statistics.js';
import { callsTable, detailTable, failures, sceneTable, speedTable } from './tables.js';

export function reportText({ engine, calls, scene, page }: Results): string {
  return [
    engine && engineText(engine),
    calls && callsText(calls),
    scene && sceneText(scene),
    page && pageText(page),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

function engineText(section: EngineSection): string {
  return [
    'Speed in the steady state, 1 = tfjs webgl; * = disturbed by other work',
    speedTable(section),
    'Convscope in detail',
    detailTable(section),
    ...failures(section),
  ].join('\n');
}

function callsText(section: CallsSection): string {
  const times = section.calls.result.map(
    ({ name, samples }) => `${name}: ${milliseconds(median(samples))} ms`,
  );
  return [callsTable(section), ...times].join('\n');
}

function sceneText(section: SceneSection): string {
  const times = section.volumes.flatMap(({ result }) =>
    result.map(({ technique, volume, frame, script }) => {
      const [whole, ownPart] = [milliseconds(median(frame)), milliseconds(median(script))];
      return `${volume} ${technique}: ${whole} ms, of which JavaScript ${ownPart}`;
    }),
  );
  return ['Speed of a frame, 1 = InstancedMesh of as many cells', sceneTable(section), ...times].join('\n');
}

function pageText({ figures, watched, counts, scrolled: { result }, leftovers }: PageSection): string {
  return [
    `${figures} figures: ${counts.contexts} context; in ${watched} s of rest ${counts.frames} frames, ${counts.glCalls} GL calls`,
    `scrolled through in ${result.length} frames: ${milliseconds(median(result))} ms, at most ${milliseconds(Math.max(...result))} ms`,
    `${leftovers.mounts} mounts leave ${leftovers.liveTextures} textures, ${leftovers.holders} holders, ${leftovers.liveFigures} figures`,
  ].join('\n');
}
