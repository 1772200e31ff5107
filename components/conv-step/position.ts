/** Places of a run in words, as an author writes them: `start`, `cell 3`, `cell 0,2 weigh`, `stage 1 cell 4`, `27`, `end`. */
import type { Plan, Stage } from '../../src/math/types.js';
import { cellCount, inputOrdinalOf, ordinalOf, walkOf } from '../../src/timeline/cells.js';
import { frameAt } from '../../src/timeline/frame.js';
import { startOfCellAt, stepsOf } from '../../src/timeline/position.js';
import { nextStop } from '../../src/timeline/stops.js';
import type { Beat, Walk } from '../../src/timeline/types.js';

/** Every beat but 'start', which is a place of its own. */
const beats: readonly Beat[] = [
  'spread',
  'insert',
  'filter',
  'place',
  'lift',
  'weigh',
  'add',
  'merge',
  'bias',
  'activate',
  'write',
  'glue',
  'stamp',
  'press',
];

/** What the words name; numbers count from 0, as everywhere in attributes. */
interface Place {
  readonly stage: number;
  /** A place in the order of the run, or row, column and channel. */
  readonly cell: readonly number[];
  readonly beat: Beat | null;
  /** Which of several beats of that name, e.g. the channel of an 'add'; the last one when left out. */
  readonly which: number | null;
}

const pattern =
  /^(?:stage (?<stage>\d+))? ?(?:cell (?<cell>\d+(?:,\d+){0,2}))? ?(?<beat>[a-z]+)?(?: (?<which>\d+))?$/;

/**
 * The step that the words name, or null where they name none of this run. A cell is named by its place in the order of the run
 * (`cell 3`) or by row, column and channel (`cell 0,2` or `cell 0,2,1`); alone it means the finished cell, with a beat after it
 * the end of that beat, and a beat alone is one of the first cell. Along inputs the cells are input cells.
 */
export function stepAt(plan: Plan, words: string, walk: Walk = 'output'): number | null {
  const text = words.trim().toLowerCase().replace(/\s+/g, ' ').replace(/ ?, ?/g, ',');
  if (text === '' || text === 'start') return 0;
  if (text === 'end') return stepsOf(plan, walk);
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) <= stepsOf(plan, walk) ? Number(text) : null;
  const place = readPlace(text);
  const stage = place && plan.stages[place.stage];
  if (!stage) return null;
  const ordinal = ordinalIn(stage, place.cell, walk);
  if (ordinal === null) return null;
  const start = startOfCellAt(plan, place.stage, ordinal, walk);
  return place.beat ? endOfBeat(plan, start, place, walk) : nextStop(plan, start, 'cell', walk);
}

function readPlace(text: string): Place | null {
  const { stage, cell, beat, which } = pattern.exec(text)?.groups ?? {};
  const isBeat = (name: string): name is Beat => (beats as readonly string[]).includes(name);
  if (cell === undefined && beat === undefined) return null;
  if (beat !== undefined && !isBeat(beat)) return null;
  return {
    stage: Number(stage ?? 0),
    cell: (cell ?? '0').split(',').map(Number),
    beat: beat ?? null,
    which: which === undefined ? null : Number(which),
  };
}

function ordinalIn(stage: Stage, [first, column, channel = 0]: readonly number[], walk: Walk): number | null {
  if (column === undefined) return first < cellCount(stage, walk) ? first : null;
  const along = walkOf(stage, walk);
  const [, height, width, channels] = stage[along];
  if (first >= height || column >= width || channel >= channels) return null;
  const ordinal = along === 'input' ? inputOrdinalOf : ordinalOf;
  return ordinal(stage, [0, first, column, channel]);
}

/** Goes from beat to beat through the cell that begins at `start`. */
function endOfBeat(plan: Plan, start: number, { beat, which }: Place, walk: Walk): number | null {
  const end = nextStop(plan, start, 'cell', walk);
  const ends: number[] = [];
  let step = start;
  while (step < end) {
    step = nextStop(plan, step, 'beat', walk);
    if (frameAt(plan, step, walk).beat === beat) ends.push(step);
  }
  return ends.at(which ?? -1) ?? null;
}
