/** What does not travel: the windows' frames, the outlines of the cells in the making, the walls between the lanes. */
import { sumCentre } from '../../layout/bench.js';
import { boxOfCells, placeOf, type Lattice } from '../../layout/lattice.js';
import { boxAround, centreOf } from '../../layout/space.js';
import { windowBoxAt } from '../../layout/taps.js';
import type { Line, Tile } from '../../staging.js';
import { edges, line, rectangle, thin } from '../lines.js';
import { paddingOutline } from '../padding-outline.js';
import { pegLines } from '../pegs.js';
import { frameThickness, placeOpacity } from '../place-frame.js';
import { shown } from '../scene.js';
import { glassPane } from '../tiles.js';
import { zoomLines } from '../zoom.js';
import { curveLines } from './curves.js';
import { isStack, partAt } from './parts.js';
import { glueOf, goesAlone, type LanesScene } from './scene.js';

const showsThrough = 0.2;
const wallOpacity = 0.75;
const noSumDash = 0.22;

export function laneLines(scene: LanesScene): Line[] {
  return [
    ...windowFrames(scene),
    ...outputOutlines(scene),
    ...paddingOutlines(scene),
    ...wallEdges(scene),
    ...emptySum(scene),
    ...curveLines(scene),
    ...pegs(scene),
  ];
}

/** A pane between each two lanes: nothing goes from one to the other. */
export function wallPanes(scene: LanesScene): Tile[] {
  const opacity = (1 - glueOf(scene)) * wallOpacity;
  if (opacity === 0) return [];
  return scene.layout.walls.map(({ min, max }) =>
    glassPane('aside', centreOf({ min, max }), [max[0] - min[0], 0.03, max[2] - min[2]], opacity, 'muted'),
  );
}

function wallEdges(scene: LanesScene): Line[] {
  const opacity = (1 - glueOf(scene)) * 0.5;
  if (opacity === 0) return [];
  return scene.layout.walls.map(({ min: [left, y], max: [right, , front] }) =>
    line([left, y, front], [right, y, front], { station: 'aside', tone: 'muted', opacity, thickness: thin }),
  );
}

/** Frames are gone before the lanes slide together. */
function opacityOf(scene: LanesScene): number {
  return placeOpacity(scene) * Math.max(1 - 3 * shown(scene, 'glue'), 0);
}

function windowFrames(scene: LanesScene): Line[] {
  const { view, layout, frame } = scene;
  const opacity = opacityOf(scene);
  if (opacity === 0) return [];
  const look = { station: 'input', tone: 'kernel', opacity, behind: showsThrough } as const;
  return layout.input.flatMap((part) => {
    const lattice = partAt(part, 0);
    const thickness = frameThickness(lattice);
    const lanes = goesAlone(scene) ? (part.lanes[0] === 0 ? 1 : 0) : lattice.counts[2];
    const spans: [number, number][] = isStack(lattice)
      ? lanes > 0
        ? [[0, lanes - 1]]
        : []
      : Array.from({ length: lanes }, (_, lane) => [lane, lane]);
    return spans.flatMap((span) => {
      const box = windowBoxAt(view.stage, lattice, frame.cell, span);
      const rows = layout.rows.filter(({ channels }) => channels[0] === part.lanes[0] + span[0]);
      const zoom = isStack(lattice) ? [] : zoomLines(box, lattice, layout.bench, rows, opacity);
      return [...edges(box, { ...look, thickness }), ...zoom];
    });
  });
}

/** Cells are outlined before their values exist. */
function outputOutlines(scene: LanesScene): Line[] {
  const { layout, frame } = scene;
  const opacity = opacityOf(scene);
  if (opacity === 0) return [];
  const lattices = layout.output.map((part) => partAt(part, 0));
  const outline = (lattice: Lattice, place: readonly [number, number, number, number]) =>
    edges(boxOfCells(lattice, place, place), {
      station: 'output',
      tone: 'output',
      thickness: frameThickness(lattice),
      opacity,
      behind: showsThrough,
    });
  return lattices.flatMap((lattice) => {
    const [, , lanes, maps] = lattice.counts;
    return frame.lanes
      .map((cell) => placeOf(lattice, cell))
      .filter((place) => place !== null)
      .filter((place) => !isStack(lattice) || isEnd(place[2], lanes) || isEnd(place[3], maps))
      .flatMap((place) => outline(lattice, place));
  });
}

/** Of a stack of many, the first and the last tell enough. */
function isEnd(place: number, count: number): boolean {
  return count > 1 && (place === 0 || place === count - 1);
}

function paddingOutlines(scene: LanesScene): Line[] {
  const { stage } = scene.view;
  if (stage.op !== 'conv' || stage.padding.every((side) => side === 0)) return [];
  const glue = glueOf(scene);
  return scene.layout.input.flatMap((part) => {
    const lattice = partAt(part, glue);
    const sheets = lattice.depth[1] === 0 ? 1 : lattice.counts[2];
    return Array.from({ length: sheets }, (_, sheet) => paddingOutline(stage, lattice, sheet)).flat();
  });
}

/** On every sheet that stands for itself. */
function pegs(scene: LanesScene): Line[] {
  const glue = glueOf(scene);
  return scene.layout.input.flatMap((part) => {
    const lattice = partAt(part, glue);
    const sheets = glue > 0 || isStack(lattice) ? 1 : lattice.counts[2];
    return Array.from({ length: sheets }, (_, sheet) => pegLines(scene, lattice, sheet)).flat();
  });
}

/** At the first place, once its numbers are there: where a sum over channels would stand, there is none. */
function emptySum(scene: LanesScene): Line[] {
  const { layout, frame } = scene;
  const opacity = shown(scene, 'write');
  if (frame.ordinal >= layout.stage.filters || frame.ordinal === 0 || opacity === 0) return [];
  if (layout.bounds.output.min[0] - layout.bench.partial < 6) return [];
  const [x, y] = sumCentre({ ...layout.bench, sum: layout.bench.partial + 3 });
  const look = { station: 'sum', tone: 'muted', dash: noSumDash, opacity, thickness: 0.05 } as const;
  return rectangle(boxAround([x, y, 0], [1, 1, 0]), 0, look);
}
