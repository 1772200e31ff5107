/** docs/benchmarks.md: the prose of the template, the numbers of a run. */
import { mostBoxes } from '../../../src/views/scene/layout/lattice.js';
import { noisy } from '../run/machine.js';
import { base, engineRows, faster, meanSpeed, ours } from './engine-numbers.js';
import { percent, ratio } from './numbers.js';
import type { EngineSection, PageSection, Results, SceneSection, Setting } from './results.js';
import { resultsPerFragment } from './roofline.js';
import { median } from './statistics.js';
import { callsTable, detailTable, failures, largestFrame, sceneTable, speedTable, titles } from './tables.js';

type Slots = Readonly<Record<string, string>>;

/**
 * A part of the template that asks for a section without results becomes its heading and a few words.
 *
 * @throws {Error} for a slot of the template that nothing fills
 */
export function documentOf(template: string, { engine, calls, scene, page }: Results): string {
  const slots: Readonly<Record<string, Slots | undefined>> = {
    run: { noisy: percent(noisy) },
    engine: engine && engineSlots(engine),
    calls: calls && { setting: describe(calls.setting), table: callsTable(calls) },
    scene: scene && sceneSlots(scene),
    page: page && pageSlots(page),
  };
  const parts = template.split(/^(?=## )/m).map((part) => fill(part, slots));
  return `${parts.join('').trimEnd()}\n`;
}

function fill(part: string, slots: Readonly<Record<string, Slots | undefined>>): string {
  let missing = false;
  const text = part.replace(/\{\{(\w+)\.(\w+)\}\}/g, (slot, section: string, name: string) => {
    const filled = slots[section];
    missing ||= section in slots && !filled;
    const value = missing ? '' : filled?.[name];
    if (value === undefined) throw new Error(`Nothing for ${slot}.`);
    return value;
  });
  return missing ? `${part.split('\n', 1)[0]}\n\nNot measured yet.\n\n` : text;
}

function engineSlots(section: EngineSection): Slots {
  const rows = engineRows(section);
  const { ceilings, threads } = section;
  return {
    setting: describe(section.setting, ['@tensorflow/tfjs-core', 'onnxruntime-web']),
    speed: speedTable(section),
    detail: detailTable(section),
    wins: String(faster(rows, ours, base).count),
    count: String(rows.length),
    mean: ratio(meanSpeed(rows, ours, 'steady')),
    wasm: ['onnx-wasm', 'tfjs-wasm'].map((engine) => besideWasm(section, engine)).join(' '),
    threads: String(threads),
    javascript: `${faster(rows, 'javascript', ours).count} of ${rows.length}`,
    failures: failures(section)
      .map((sentence) => `\n- Failed: ${sentence}`)
      .join(''),
    loadCost: ratio(ceilings ? ceilings.multiplyAdds / ceilings.texelLoads : NaN),
    results: String(resultsPerFragment),
  };
}

function besideWasm(section: EngineSection, engine: string): string {
  const rows = engineRows(section);
  const [ahead, behind] = [faster(rows, engine, ours), faster(rows, ours, engine)];
  const most = (count: number, times: number) => (count > 0 ? ` (up to ${ratio(times)} times)` : '');
  return (
    `${titles[engine]} was faster than Convscope in ${ahead.count} of ${rows.length} layers${most(ahead.count, ahead.most)}, ` +
    `slower in ${behind.count}${most(behind.count, behind.most)}.`
  );
}

function sceneSlots(section: SceneSection): Slots {
  const { volume, times } = largestFrame(section);
  return {
    setting: describe(section.setting, ['three']),
    table: sceneTable(section),
    boxes: mostBoxes.toLocaleString('en'),
    largest: volume,
    largestTimes: ratio(times),
  };
}

/** Of the usual time: a frame that takes more was seen to be late. */
const late = 1.5;

function pageSlots({ setting, figures, watched, counts, scrolled, leftovers }: PageSection): Slots {
  const { result: frames, foreignLoad } = scrolled;
  const usual = median(frames);
  const scrolling = {
    longest: ratio(Math.max(...frames) / usual) + (foreignLoad > noisy ? ' \\*' : ''),
    late: percent(frames.filter((frame) => frame > late * usual).length / frames.length),
  };
  const numbers = {
    ...{ figures, watched, contexts: counts.contexts, frames: counts.frames, glCalls: counts.glCalls },
    ...{ mounts: leftovers.mounts, textures: leftovers.liveTextures },
    ...{ holders: leftovers.holders, live: leftovers.liveFigures },
  };
  const texts = Object.entries(numbers).map(([name, value]) => [name, value.toLocaleString('en')]);
  return { setting: describe(setting), ...scrolling, ...Object.fromEntries(texts) };
}

/** One line: when, with what, where. */
function describe(setting: Setting, packages: readonly string[] = []): string {
  const { date, commit, quick, cores, renderer, browser, versions } = setting;
  const software = /swiftshader|llvmpipe|software|basic render/i.test(renderer);
  const parts = [
    `${date}${commit && `, commit ${commit}`}${quick ? ', a quick run: rough figures' : ''}`,
    `${cores} cores`,
    `${software ? 'software GL' : 'GPU'}: ${renderer}`,
    browser,
    ...packages.map((name) => `${name} ${versions[name]}`),
  ];
  return `_${parts.join(' · ')}_`;
}
