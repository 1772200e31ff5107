/** The numbers behind a frame: from the tables where there are some, else fetched while it is shown. */
import type { Engine } from '../engine/types.js';
import type { Index4, Stage } from '../math/types.js';
import { runsInLanes } from '../timeline/cells.js';
import type { CellValues, Frame, PartialSums, Reading } from '../timeline/types.js';
import { cellValuesFromTable, cellValuesFromTerms } from './cell-values.js';
import type { Computation } from './compute.js';
import { Fetched } from './fetched.js';
import { scatterModule } from './on-demand.js';
import type { ScatterWindow } from './scatter.js';

/** Lanes of which the numbers are fetched one by one where a stage has no table. */
export const mostLanes = 8;
/** Windows of a scatter walk that are kept: enough to go to and fro over a border. */
const mostWindows = 8;

/** What a moment shows of its cells. */
export interface FrameNumbers {
  readonly values: CellValues | null;
  readonly alongside: readonly CellValues[];
  readonly partial: PartialSums | null;
}

export class Numbers {
  private engine: Engine | null = null;
  private computation: Computation | null = null;
  private readonly cells: Fetched<CellValues>;
  private readonly windows: Fetched<ScatterWindow>;
  private readonly arrived: () => void;

  /** @param arrived told when a number that was missing has come */
  constructor(arrived: () => void) {
    this.arrived = arrived;
    this.cells = new Fetched((key) => this.fetchCell(key), arrived);
    this.windows = new Fetched((key) => this.fetchWindow(key), arrived, mostWindows);
  }

  /** Begins anew with another computation. Without an engine only the tables answer. */
  use(engine: Engine | null, computation: Computation | null): void {
    this.engine = engine;
    if (computation === this.computation) return;
    this.computation = computation;
    this.cells.clear();
    this.windows.clear();
  }

  /**
   * What is there for a frame of the computation, and for the frame of a cell that is asked about; the rest is fetched.
   */
  of(frame: Frame, asked: Frame | null): FrameNumbers & { readonly reading: Reading | null } {
    const frames = asked ? [frame, asked] : [frame];
    const wanted = frames.map((each) => this.keysToFetch(each));
    const fetched = [...this.cells.want(wanted.flat())];
    const [own, other] = frames.map((each, i) => {
      const come = fetched.splice(0, wanted[i].length);
      return this.cellsOf(each, come);
    });
    return { ...own, partial: this.partial(frame), reading: asked && { frame: asked, ...other } };
  }

  /** The table of a stage answers at once; without one its cells are fetched. */
  private keysToFetch(frame: Frame): string[] {
    const { computation } = this;
    if (!computation || !this.engine || computation.tables[frame.stage]) return [];
    const { stage } = computation.stages[frame.stage];
    return cellsInHand(frame, stage)
      .slice(0, mostLanes)
      .map((cell) => keyOf(frame.stage, cell));
  }

  private cellsOf(
    frame: Frame,
    fetched: readonly (CellValues | undefined)[],
  ): Pick<FrameNumbers, 'values' | 'alongside'> {
    const { computation } = this;
    const { stage, cell } = frame;
    const table = computation?.tables[stage];
    const alongside = table
      ? cellsInHand(frame, computation.stages[stage].stage).map((each) =>
          cellValuesFromTable(computation, stage, each, table),
        )
      : fetched.filter((values) => values !== undefined);
    return { values: alongside.find((each) => String(each.cell) === String(cell)) ?? null, alongside };
  }

  private partial({ stage, stamp, ordinal }: Frame): PartialSums | null {
    const view = this.computation?.stages[stage];
    if (!view || !stamp || !this.engine) return null;
    const scatter = scatterModule();
    if (scatter instanceof Promise) {
      scatter.then(this.arrived, () => undefined);
      return null;
    }
    const [window] = this.windows.want([keyOf(stage, [scatter.windowOf(view.stage, ordinal)])]);
    return window ? scatter.partialOf(window, ordinal) : null;
  }

  private async fetchCell(key: string): Promise<CellValues> {
    const { engine, computation } = this.required();
    const [stage, ...rest] = numbersIn(key);
    const index = rest as unknown as Index4;
    const tensors = { input: computation.input, stages: computation.weights };
    const terms = await engine.terms(computation.plan, tensors, { stage, index });
    return cellValuesFromTerms(computation, stage, index, terms);
  }

  private async fetchWindow(key: string): Promise<ScatterWindow> {
    const { engine, computation } = this.required();
    const [stage, first] = numbersIn(key);
    const { fetchWindow } = await scatterModule();
    return fetchWindow(engine, computation.stages[stage], first);
  }

  private required(): { engine: Engine; computation: Computation } {
    const { engine, computation } = this;
    if (!engine || !computation) throw new Error('Numbers are asked for before there are any.');
    return { engine, computation };
  }
}

/** The lanes in the making; at the first place, after them the first lane, which went alone and stays to be compared. */
export function cellsInHand({ lanes }: Frame, stage: Stage): Index4[] {
  const [batch, row, column, filter] = lanes[0];
  const finished = runsInLanes(stage) ? filter : 0;
  return [...lanes, ...Array.from({ length: finished }, (_, made): Index4 => [batch, row, column, made])];
}

function keyOf(stage: number, index: readonly number[]): string {
  return [stage, ...index].join();
}

function numbersIn(key: string): number[] {
  return key.split(',').map(Number);
}
