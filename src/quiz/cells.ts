/** Which places of one side of a layer belong to a place of the other: the question that is answered by clicking. */
import { axesOf, meetings, NOWHERE, readSide, writtenSide, type Side } from '../math/incidence.js';
import type { Plan, Stage } from '../math/types.js';

/** Row and column, from 0. */
export type Place = readonly [row: number, column: number];

export interface CellsAsked {
  /** The tensor whose cells are clicked. */
  readonly on: 'input' | 'output';
  readonly rows: number;
  readonly columns: number;
  /** The cell that is asked about, on the other one. */
  readonly about: Place;
}

const pattern = /^(input|output)[ ,]+(\d+)[ ,]+(\d+)$/;

/** `output 1,1` asks for the input cells that feed it, `input 2,2` for the output cells that it reaches; null for what is neither. */
export function cellsAsked(of: string, { stages }: Plan): CellsAsked | null {
  const [, named, row, column] = pattern.exec(of.trim()) ?? [];
  const [first, last] = [stages[0], stages.at(-1)];
  if (named === undefined || !first || !last) return null;
  const about: Place = [Number(row), Number(column)];
  const [from, to] = named === 'output' ? [last.output, first.input] : [first.input, last.output];
  if (about[0] >= from[1] || about[1] >= from[2]) return null;
  return { on: named === 'output' ? 'input' : 'output', rows: to[1], columns: to[2], about };
}

/** The places that belong to the one asked about, through all stages, as text: `0,0 0,1`. Null where the question is none. */
export function cellsText(of: string, plan: Plan): string | null {
  const asked = cellsAsked(of, plan);
  if (!asked) return null;
  const isBack = asked.on === 'input';
  const stages = isBack ? plan.stages.toReversed() : plan.stages;
  const places = stages.reduce<readonly Place[]>((from, stage) => across(stage, from, isBack), [asked.about]);
  return textOfPlaces(places);
}

/** Each place once, row by row. */
export function textOfPlaces(places: readonly Place[]): string {
  const byPlace = [...places].sort(([row, column], [r, c]) => row - r || column - c);
  return [...new Set(byPlace.map(([row, column]) => `${row},${column}`))].join(' ');
}

/** Places on the side that a stage reads (`isBack`) or writes, which meet any of the others. */
function across(stage: Stage, from: readonly Place[], isBack: boolean): readonly Place[] {
  const side: Side = isBack ? writtenSide(stage) : readSide(stage);
  const [rows, columns] = axesOf(stage);
  const others = (axis: typeof rows, place: number): number[] =>
    meetings(axis, side, place)
      .map(({ other }) => other)
      .filter((other) => other !== NOWHERE);
  return from.flatMap(([row, column]) =>
    others(rows, row).flatMap((y) => others(columns, column).map((x): Place => [y, x])),
  );
}
