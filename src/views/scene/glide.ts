/**
 * The way from the picture of one layer to the picture of the next: what stands in both moves, what is new fades in, what is
 * gone fades out. Values are the new layer's from the first frame on; only places and strengths are on their way.
 */
import { ease } from './choreography/progress.js';
import type { Lattice } from './layout/lattice.js';
import { mix } from './layout/space.js';
import type { Line, Staging, Tile, VolumeState } from './staging.js';

/** Milliseconds, the time of a volume that slides apart into lanes. */
const glideDuration = 600;

/** One glide after the other; another one begins where the last picture stood. */
export class Glide {
  private from: Staging | null = null;
  private begun: number | null = null;

  /** @param shown the picture that is on the screen */
  begin(shown: Staging): void {
    this.from = shown;
    this.begun = null;
  }

  stop(): void {
    this.from = null;
  }

  get moving(): boolean {
    return this.from !== null;
  }

  /** @param now milliseconds, @returns what is to be drawn: `to` itself where nothing is on its way */
  at(now: number, to: Staging): Staging {
    if (!this.from) return to;
    this.begun ??= now;
    const share = (now - this.begun) / glideDuration;
    if (share < 1) return between(this.from, to, ease(Math.max(share, 0)));
    this.stop();
    return to;
  }
}

/** @param share 0: where things stood in `from`; 1: `to` */
export function between(from: Staging, to: Staging, share: number): Staging {
  return {
    tiles: tilesBetween(from.tiles, to.tiles, share),
    lines: linesBetween(from.lines, to.lines, share),
    links: linesBetween(from.links, to.links, share),
    volumes: Object.fromEntries(
      Object.entries(to.volumes).map(([id, state]) => [
        id,
        volumeBetween(from.volumes[id] ?? sameCells(from, state), state, share),
      ]),
    ),
  };
}

function tilesBetween(from: readonly Tile[], to: readonly Tile[], share: number): Tile[] {
  const before = keyed(from, tileKey);
  const after = keyed(to, tileKey);
  const arriving = [...after].map(([key, tile]): Tile => {
    const old = before.get(key);
    if (!old) return { ...tile, opacity: tile.opacity * share };
    const centre = mix(old.centre, tile.centre, share);
    return { ...tile, centre, size: mix(old.size, tile.size, share), opacity: even(old, tile, share) };
  });
  const leaving = [...before].flatMap(([key, tile]) => (after.has(key) ? [] : fading(tile, share)));
  return [...arriving, ...leaving];
}

/** Lines have no names: alike ones are taken in their order, where there are as many before as after. */
function linesBetween(from: readonly Line[], to: readonly Line[], share: number): Line[] {
  const before = grouped(from);
  const after = grouped(to);
  const arriving = [...after].flatMap(([look, lines]) => {
    const old = before.get(look);
    if (old?.length !== lines.length)
      return lines.map((line) => ({ ...line, opacity: line.opacity * share }));
    return lines.map((line, i): Line => {
      const ends = { from: mix(old[i].from, line.from, share), to: mix(old[i].to, line.to, share) };
      return { ...line, ...ends, opacity: even(old[i], line, share) };
    });
  });
  const leaving = [...before].flatMap(([look, lines]) =>
    after.get(look)?.length === lines.length ? [] : lines.flatMap((line) => fading(line, share)),
  );
  return [...arriving, ...leaving];
}

/** Another choreography may have another name for the same cells. */
function sameCells({ volumes }: Staging, { lattice }: VolumeState): VolumeState | undefined {
  const cells = ({ tensor, base, counts }: Lattice): string => [tensor, base, counts].join(' ');
  return Object.values(volumes).find((each) => cells(each.lattice) === cells(lattice));
}

/** A volume that shows another kind of tensor, or whose cells are drawn another way, stands where it belongs at once. */
function volumeBetween(from: VolumeState | undefined, to: VolumeState, share: number): VolumeState {
  if (from?.lattice.tensor !== to.lattice.tensor || from.lattice.slabs !== to.lattice.slabs) return to;
  return { ...to, lattice: latticeBetween(from.lattice, to.lattice, share) };
}

function latticeBetween(from: Lattice, to: Lattice, share: number): Lattice {
  return {
    ...to,
    origin: mix(from.origin, to.origin, share),
    pitch: [mixed(from.pitch[0], to.pitch[0], share), mixed(from.pitch[1], to.pitch[1], share)],
    depth: mix(from.depth, to.depth, share),
    repeat: mix(from.repeat, to.repeat, share),
    cell: mix(from.cell, to.cell, share),
  };
}

function fading<Thing extends Line | Tile>(thing: Thing, share: number): Thing[] {
  const opacity = thing.opacity * (1 - share);
  return opacity > 0 ? [{ ...thing, opacity }] : [];
}

/** Things by what they are; alike ones are told apart by their order. */
function keyed<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Map<string, Thing> {
  const seen = new Map<string, number>();
  return new Map(
    things.map((thing) => {
      const key = keyOf(thing);
      const which = seen.get(key) ?? 0;
      seen.set(key, which + 1);
      return [`${key} ${which}`, thing];
    }),
  );
}

/** The cell that it stands for, else what it looks like. */
function tileKey({ identity, station, kind, tone, text, target }: Tile): string {
  if (identity !== undefined) return `${station} ${identity}`;
  if (!target) return [station, kind, tone, text].join(' ');
  const { stage, tensor, index, pair } = target;
  return [station, stage, tensor, index, pair?.input, pair?.output].join(' ');
}

function grouped(lines: readonly Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const look = [line.station, line.tone, line.dash > 0].join(' ');
    groups.set(look, [...(groups.get(look) ?? []), line]);
  }
  return groups;
}

function even(from: Pick<Tile, 'opacity'>, to: Pick<Tile, 'opacity'>, share: number): number {
  return mixed(from.opacity, to.opacity, share);
}

function mixed(from: number, to: number, share: number): number {
  return from * (1 - share) + to * share;
}
