/** What the truth table of padding draws: input sizes against rules, every cell an axis with its windows. */
import {
  readAlike,
  ruledAxis,
  type AxisLayer,
  type PaddingRule,
  type RuledAxis,
} from '../../math/padding-rules.js';

export interface PaddingSetting {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** Input sizes, the first and the last row. */
  readonly smallest: number;
  readonly largest: number;
}

export interface RuleCell extends RuledAxis {
  /** It reads other windows than TensorFlow's SAME. */
  readonly differs: boolean;
}

export interface RuleRow {
  readonly input: number;
  readonly cells: readonly RuleCell[];
}

/** The part of the axis that the drawings of a column have in common, so that cell 1 stands under cell 1. */
export interface Ruler {
  /** Places in front of the first cell. */
  readonly before: number;
  /** Places from the first cell on. */
  readonly cells: number;
}

export interface Dispute {
  readonly rule: 'symmetric' | 'half';
  readonly inputs: readonly number[];
}

export interface RuleTable {
  readonly rules: readonly PaddingRule[];
  readonly rows: readonly RuleRow[];
  readonly rulers: readonly Ruler[];
  /** For each habit of symmetric padding, the input sizes for which it reads other windows than TensorFlow's SAME. */
  readonly disputes: readonly Dispute[];
}

export function ruleTable(setting: PaddingSetting): RuleTable {
  const { kernel, stride, dilation, smallest, largest } = setting;
  const rules = rulesFor(setting);
  const inputs = Array.from({ length: largest - smallest + 1 }, (_, row) => smallest + row);
  const rows = inputs.map((input): RuleRow => {
    const layer: AxisLayer = { input, kernel, stride, dilation };
    const same = ruledAxis('same', layer);
    const cells = rules.map((rule): RuleCell => {
      const ruled = ruledAxis(rule, layer);
      return { ...ruled, differs: rule !== 'valid' && !readAlike(ruled, same) };
    });
    return { input, cells };
  });
  return {
    rules,
    rows,
    rulers: rules.map((_, column) => rulerOf(rows, column)),
    disputes: (['symmetric', 'half'] as const)
      .filter((rule) => rules.includes(rule))
      .map((rule) => ({ rule, inputs: inputsThatDiffer(rows, rule) })),
  };
}

function inputsThatDiffer(rows: readonly RuleRow[], rule: PaddingRule): number[] {
  const differing = rows.filter(({ cells }) => cells.some((cell) => cell.rule === rule && cell.differs));
  return differing.map(({ input }) => input);
}

/** The second habit of symmetric padding stands only where it differs from the first. */
function rulesFor({ kernel, stride, dilation }: PaddingSetting): readonly PaddingRule[] {
  const layer: AxisLayer = { input: 1, kernel, stride, dilation };
  const isOdd = ruledAxis('symmetric', layer).before === ruledAxis('half', layer).before;
  return ['valid', 'same', 'same-lower', 'symmetric', ...(isOdd ? [] : (['half'] as const))];
}

function rulerOf(rows: readonly RuleRow[], column: number): Ruler {
  return {
    before: Math.max(...rows.map(({ cells }) => cells[column].before)),
    cells: Math.max(...rows.map(({ input, cells }) => input + cells[column].after)),
  };
}

/** Windows in as few lines as keep them apart; each line holds places in the list of windows. */
export function windowLanes({ starts, reach }: Pick<RuledAxis, 'starts' | 'reach'>): readonly number[][] {
  const lanes: number[][] = [];
  starts.forEach((start, window) => {
    const free = lanes.find((lane) => starts[lane[lane.length - 1]] + reach <= start);
    if (free) free.push(window);
    else lanes.push([window]);
  });
  return lanes;
}
