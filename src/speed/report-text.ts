/** A report as a text for a link, and back. Total: any string at all gives a report or null. */
import { usualKnobs, readKnobs, type Knobs } from './knobs.js';
import { layerSet } from './layer-sets.js';
import {
  layerSetIds,
  ways as allWays,
  type Ceilings,
  type Condition,
  type LayerSetId,
  type Report,
  type Spread,
  type Way,
} from './types.js';

/** Characters; what a hash can carry through every mail and messenger. */
export const longestText = 8192;
const longestDevice = 80;
const mostRounds = 1000;
const digits = 4;

/** The median, then how far the quartiles lie below and above it. */
type SpreadText = readonly [median: number, below: number, above: number] | 0;

/** The report in plain JSON. Layers are not in it: they follow from the set and the knobs. */
interface Packed {
  readonly v: 1;
  readonly set: LayerSetId;
  readonly knobs?: Knobs;
  readonly ways: readonly Way[];
  readonly rounds: number;
  readonly times: readonly (readonly SpreadText[])[];
  /** 0 where there is none. */
  readonly onGpu: readonly (readonly number[])[];
  readonly launch: readonly number[];
  /** Multiply-adds and bytes a second; 0 where there are none. */
  readonly gpu: readonly [number, number];
  readonly javascript: readonly [number, number];
  readonly notes: readonly (readonly (string | number)[])[];
  readonly device: string;
}

/** Outliers stay behind; numbers keep four digits. */
export function writeReport(report: Report): string {
  const { set, ways, rounds, spreads, onGpu, launch, ceilings, conditions, device } = report;
  const pack = (spread: Spread | null): SpreadText =>
    spread
      ? [short(spread.median), short(spread.median - spread.lower), short(spread.upper - spread.median)]
      : 0;
  const packCeilings = (each: Ceilings | null): [number, number] => [
    short(each?.multiplyAdds ?? 0),
    short(each?.bytes ?? 0),
  ];
  const packed: Packed = {
    v: 1,
    set: set.id,
    ...(set.id === 'own' ? { knobs: set.knobs } : {}),
    ways,
    rounds,
    times: spreads.map((row) => row.map(pack)),
    onGpu: onGpu.map((row) => row.map((time) => short(time ?? 0))),
    launch: launch.map((time) => short(time ?? 0)),
    gpu: packCeilings(ceilings.gpu),
    javascript: packCeilings(ceilings.javascript),
    notes: conditions.map(({ kind, ...amount }) => [kind, ...(Object.values(amount) as (string | number)[])]),
    device: device.slice(0, longestDevice),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(packed));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function short(value: number): number {
  return Number(value.toPrecision(digits));
}

/** Null for whatever is no report of ours. */
export function readReport(text: string): Report | null {
  const packed = parsed(text);
  return packed && unpacked(packed);
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(text: string): Fields | null {
  if (text.length > longestText || !/^[\w-]+$/.test(text)) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    );
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unpacked(fields: Fields): Report | null {
  const { v, rounds, device } = fields;
  const id = layerSetIds.find((each) => each === fields.set);
  const ways = waysIn(fields.ways);
  if (v !== 1 || id === undefined || !ways || !isCount(rounds) || typeof device !== 'string') return null;
  const set = layerSet(id, isFields(fields.knobs) ? readKnobs(fields.knobs) : usualKnobs);
  if (set.layers.some(({ plan }) => plan.problems.length > 0)) return null;
  const rows = listOf(fields.times, set.layers.length);
  const spreads = rows?.map((row) => listOf(row, ways.length)?.map(spreadIn) ?? null);
  const launch = listOf(fields.launch, ways.length)?.map((time) => (isRate(time) ? time : null));
  const onGpu = listOf(fields.onGpu, set.layers.length)?.map(
    (row) => listOf(row, ways.length)?.map((time) => (isRate(time) ? time : null)) ?? ways.map(() => null),
  );
  if (!launch || !spreads || !spreads.every((row) => row !== null)) return null;
  return {
    ...{ set, ways, rounds, spreads, launch, onGpu: onGpu ?? spreads.map(() => ways.map(() => null)) },
    ceilings: { gpu: ceilingsIn(fields.gpu), javascript: ceilingsIn(fields.javascript) },
    conditions: (Array.isArray(fields.notes) ? fields.notes : []).slice(0, 16).flatMap(conditionIn),
    device: [...device].slice(0, longestDevice).join(''),
  };
}

function waysIn(value: unknown): readonly Way[] | null {
  if (!Array.isArray(value)) return null;
  const ways = allWays.filter((way) => value.includes(way));
  return ways.length > 0 && ways.length === value.length ? ways : null;
}

function listOf(value: unknown, length: number): readonly unknown[] | null {
  return Array.isArray(value) && value.length === length ? value : null;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= mostRounds;
}

/** A number that can be a time or a speed. */
function isRate(value: unknown): value is number {
  return typeof value === 'number' && value > 1e-9 && value < 1e18;
}

function spreadIn(value: unknown): Spread | null {
  const [median, below, above] = listOf(value, 3) ?? [];
  if (!isRate(median)) return null;
  const distance = (each: unknown): number =>
    typeof each === 'number' && each > 0 && each < 1e18 ? each : 0;
  return {
    median,
    lower: Math.max(median - distance(below), 0),
    upper: median + distance(above),
    outliers: null,
  };
}

function ceilingsIn(value: unknown): Ceilings | null {
  const [multiplyAdds, bytes] = listOf(value, 2) ?? [];
  return isRate(multiplyAdds) && isRate(bytes) ? { multiplyAdds, bytes } : null;
}

function conditionIn(value: unknown): Condition[] {
  const [kind, amount] = Array.isArray(value) ? (value as unknown[]) : [];
  if (kind === 'way-missing') {
    const way = allWays.find((each) => each === amount);
    return way ? [{ kind, way }] : [];
  }
  if (!isRate(amount)) return [];
  switch (kind) {
    case 'hidden':
    case 'context-lost':
      return [{ kind, times: amount }];
    case 'coarse-clock':
      return [{ kind, step: amount }];
    case 'slow-turns':
      return [{ kind, turn: amount }];
    case 'slowed':
    case 'software':
      return [{ kind, ratio: short(amount) }];
    default:
      return [];
  }
}
