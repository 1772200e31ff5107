/** Names of input, kernel, value, stamp, canvas and output, and of the rows where there are several output channels. */
import { channelsPerGroup } from '../../../../math/incidence.js';
import type { Stage } from '../../../../math/types.js';
import type { Frame } from '../../../../timeline/types.js';
import { sizeNamed, type LabelKey, type PlacedLabel } from '../../labels.js';
import { isRest } from '../../layout/bench.js';
import { boxOfCells } from '../../layout/lattice.js';
import type { Vector } from '../../layout/space.js';
import { listHeight, productColumns } from './list.js';
import { chipCentre, type ScatterLayout } from './layout.js';
import { canvasOfChannels, isCropped, ledgerHeight } from './sheets.js';

export function scatterLabels(layout: ScatterLayout, stage: Stage, frame: Frame): PlacedLabel[] {
  return [
    ...volumeLabels(layout, stage),
    ...columnLabels(layout, frame),
    ...rowLabels(layout, stage, frame),
    ...countLabels(layout),
  ];
}

/** Where something is cropped the whole is named the canvas, and the part in the mount the output, below it. */
function volumeLabels(layout: ScatterLayout, stage: Stage): PlacedLabel[] {
  const { bounds, output, canvas } = layout;
  const input: PlacedLabel = {
    key: 'input',
    family: 'input',
    parameters: sizeNamed(stage.input),
    anchor: 'above',
    station: 'input',
    at: bounds.input!,
  };
  const whole = canvasOfChannels(layout, 0, 0);
  const top = layout.ledger > 0 ? ledgerHeight(layout, 0, 0) + output.pitch[1] / 2 : whole.max[1];
  const back = layout.lanePitch === null ? output.counts[2] - 1 : 0;
  const above = canvasOfChannels(layout, 0, back);
  const named = { family: 'output', parameters: sizeNamed(stage.output), station: 'output' } as const;
  const at = { min: above.min, max: [above.max[0], top, above.max[2]] } as const;
  if (!isCropped(canvas)) return [input, { ...named, key: 'output', anchor: 'above', at }];
  const [rows, columns] = canvas;
  const [width, height, channels] = output.counts;
  const kept = boxOfCells(output, [0, 0, 0, 0], [width - 1, height - 1, channels - 1, 0]);
  const bottom =
    canvasOfChannels(layout, 0, channels - 1).min[1] - (layout.counts?.station === 'output' ? 1 : 0);
  return [
    input,
    {
      key: 'canvas',
      family: 'canvas',
      parameters: { height: rows.size, width: columns.size, channels: 0 },
      anchor: 'above',
      station: 'output',
      at,
    },
    {
      ...named,
      key: 'output',
      anchor: 'below',
      active: true,
      at: [(kept.min[0] + kept.max[0]) / 2, bottom - 0.2, 0],
    },
  ];
}

/** Columns stand on different beats along inputs and along outputs; a run does not change from one to the other. */
function columnLabels(layout: ScatterLayout, frame: Frame): PlacedLabel[] {
  const [{ y }] = layout.rows;
  const half = (layout.kernel[1] * layout.tile) / 2;
  const overKernel = y + (layout.kernel[0] * layout.tile) / 2;
  const column = (key: LabelKey, x: number, top: number, beat: Frame['beat']): PlacedLabel => ({
    key,
    family: 'columns',
    anchor: 'above',
    active: frame.beat === beat,
    station: 'bench',
    at: [x, top + 0.1, 0],
  });
  const kernel = column('plainKernel', layout.slice + half, overKernel, 'filter');
  if (frame.walk === 'output') {
    const overList = y + listHeight(layout.stacks) / 2;
    return [kernel, column('products', layout.chip + productColumns.weight, overList + 0.2, 'weigh')];
  }
  const [chip, chipHeight] = chipCentre(layout);
  return [
    kernel,
    column('value', chip, chipHeight + 0.5, 'lift'),
    column('stamp', layout.stamp + half, overKernel, 'weigh'),
  ];
}

/** Rows are output channels, counted on from the first one of the group in hand. */
function rowLabels({ rows, kernel, tile, slice }: ScatterLayout, stage: Stage, frame: Frame): PlacedLabel[] {
  if (stage.filters === 1) return [];
  const perGroup = channelsPerGroup(stage, 'big');
  const start = Math.floor(frame.cell[3] / perGroup) * perGroup;
  return rows.map((row, i): PlacedLabel => {
    const [first, last] = row.channels;
    return {
      key: isRest(row) ? 'moreChannels' : 'outputChannel',
      id: `row ${i}`,
      family: 'rows',
      parameters: isRest(row) ? { count: last - first + 1 } : { channel: start + first + 1 },
      anchor: 'left',
      station: 'bench',
      at: [slice - 0.2, row.y, 0],
      otherwise: [slice, row.y + (kernel[0] * tile) / 2, 0],
    };
  });
}

function countLabels({ counts }: ScatterLayout): PlacedLabel[] {
  if (!counts) return [];
  const { min, max } = counts.box;
  const beside: Vector = [min[0], (min[1] + max[1]) / 2, 0];
  const label = { key: 'layers', family: 'layers', station: counts.station } as const;
  return counts.station === 'output'
    ? [{ ...label, anchor: 'left', at: beside }]
    : [{ ...label, anchor: 'above', at: [(min[0] + max[0]) / 2, max[1] + 0.1, 0] }];
}
