/** Colour scales and decimals as a person has set them, put on the stages that views draw. */
import type { Tensor } from '../math/types.js';
import type { ColourScale, Ranges, StageView } from '../timeline/types.js';
import {
  readColourRange,
  readDecimals,
  type ColourRange,
  type Decimals,
  type DecimalsText,
} from './display-setting.js';

/** What a person, or the element around, has set. */
export interface DisplaySettings {
  readonly colourRange: ColourRange;
  readonly decimals: Decimals;
  /** One scale for several layers; it comes before `colourRange`. */
  readonly shared: Ranges | null;
}

/** The same as attributes say it; what is no setting is the usual one. */
export interface AskedDisplay extends Omit<DisplaySettings, 'decimals'> {
  readonly decimals: Decimals | DecimalsText;
}

/** Puts settings on stages. The ranges that are locked are all that it remembers. */
export class Display {
  private settings: DisplaySettings = { colourRange: 'tensor', decimals: 'auto', shared: null };
  private locked: readonly Ranges[] = [];
  /** The stages of the last call and what was made of them, so that nothing is made twice. */
  private last: { readonly from: readonly StageView[]; readonly to: readonly StageView[] } | null = null;

  /** Another way to show numbers. What is locked anew keeps the ranges of the next stages that are shown. */
  set({ colourRange, decimals, shared }: AskedDisplay): void {
    this.settings = {
      colourRange: readColourRange(colourRange),
      decimals: readDecimals(decimals),
      shared,
    };
    if (this.settings.colourRange !== 'locked') this.locked = [];
    this.last = null;
  }

  /** Stages with their colour scale and decimals; the same for the same stages. */
  readonly of = (stages: readonly StageView[]): readonly StageView[] => {
    if (this.last?.from === stages) return this.last.to;
    const { settings } = this;
    if (settings.colourRange === 'locked')
      this.locked = [...this.locked, ...stages.slice(this.locked.length).map(({ ranges }) => ranges)];
    const to = stages.map((view, index) => displayed(view, settings, this.locked[index]));
    this.last = { from: stages, to };
    return to;
  };
}

/** @param locked the ranges that were there when they were locked */
export function displayed(
  view: StageView,
  { colourRange, decimals, shared }: DisplaySettings,
  locked?: Ranges,
): StageView {
  return {
    ...view,
    scale: shared
      ? fixedScale('shared', view, shared)
      : colourRange === 'locked' && locked
        ? fixedScale('locked', view, locked)
        : colourRange === 'channel'
          ? channelScale(view)
          : undefined,
    decimals: decimals === 'auto' ? undefined : decimals,
  };
}

const rangeNames = ['input', 'weights', 'products', 'output'] as const satisfies readonly (keyof Ranges)[];

function fixedScale(kind: 'locked' | 'shared', { ranges: own }: StageView, ranges: Ranges): ColourScale {
  return { kind, ranges, beyond: rangeNames.filter((name) => own[name] > ranges[name]) };
}

/** Products are no tensor that is shown by channels: they keep one range. */
function channelScale({ ranges, input, weights, output }: StageView): ColourScale {
  const channels = {
    input: channelRanges(input),
    weights: channelRanges(weights),
    output: channelRanges(output),
  };
  return { kind: 'channel', ranges, channels, beyond: [] };
}

/** Largest finite absolute value at each place along the last axis. */
export function channelRanges({ shape, data }: Tensor): Float32Array {
  const ranges = new Float32Array(shape.at(-1) ?? 0);
  data.forEach((value, i) => {
    const [channel, size] = [i % ranges.length, Math.abs(value)];
    if (size > ranges[channel] && size < Infinity) ranges[channel] = size;
  });
  return ranges;
}

/** One scale for all of them: by role, the largest range of any stage. */
export function largestRanges(stages: readonly Pick<StageView, 'ranges'>[]): Ranges {
  const largest = (name: keyof Ranges): number => Math.max(0, ...stages.map(({ ranges }) => ranges[name]));
  return {
    input: largest('input'),
    weights: largest('weights'),
    products: largest('products'),
    output: largest('output'),
  };
}
