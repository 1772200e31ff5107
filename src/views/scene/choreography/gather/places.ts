/** What stands in the gather view: the parts that both of its arrangements have. */
import type { GatherForm } from '../../../../math/gather-form.js';
import type { Stage } from '../../../../math/types.js';
import { boxOfCells, boxOfLattice, type Lattice } from '../../layout/lattice.js';
import { grow, unite, type Box } from '../../layout/space.js';
import type { Stacks } from '../stacks.js';
import type { StandardLayout } from '../standard/layout.js';

export interface GatherLayout extends StandardLayout {
  /** `aside`: the names of lines. */
  readonly bounds: StandardLayout['bounds'] & { readonly aside?: Box };
  readonly form: GatherForm;
  /** Places of the stretched input; its window begins at the place of the output cell. */
  readonly grid: Lattice;
  /** The input's cells on that grid, and close together beside each other before zeros come between them. */
  readonly stretched: Lattice;
  readonly compact: Lattice;
  readonly stacks: Stacks;
  /** Everything is one line: kernel, products and output stand below the places of the grid that they belong to. */
  readonly lines: boolean;
}

export function volumesOf(
  { index }: Stage,
  { rack, input, stretched, output }: Record<'rack' | 'input' | 'stretched' | 'output', Lattice>,
): GatherLayout['volumes'] {
  return [
    { id: 'rack', station: 'rack', stage: index, tone: 'kernel', lattice: rack },
    { id: 'output', station: 'output', stage: index, tone: 'output', lattice: output },
    { id: 'input', station: 'input', stage: index, tone: 'input', lattice: input },
    { id: 'stretched', station: 'bench', stage: index, tone: 'input', lattice: stretched },
  ];
}

/** Of all places, and of the cells that are cut off beside them. */
export function gridBox({ grid, stretched }: Pick<GatherLayout, 'grid' | 'stretched'>): Box {
  const [columns, rows, depth] = grid.counts;
  const places = boxOfCells(grid, [0, 0, 0, 0], [columns - 1, rows - 1, depth - 1, 0]);
  return grow(unite([places, boxOfLattice(stretched)]), [0.1, 0.1, 0]);
}
