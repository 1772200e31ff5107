import type { ViewIntent } from '../../timeline/types.js';
import type { ViewTheme } from '../theme.js';
import { SheetBitmap } from './bitmap.js';
import { drawMatrix } from './draw.js';
import { unrolledRows } from './draw-unroll.js';
import { MapGestures } from './gestures.js';
import {
  geometryOf,
  isWhole,
  keptInSight,
  mostZoom,
  panned,
  placeAt,
  unzoomed,
  zoomAt,
  type Geometry,
  type Room,
  type Size,
  type Zoom,
} from './geometry.js';
import { intentAt } from './intents.js';
import { drawMinimap, hasMinimap, minimapCell } from './minimap.js';
import type { MatrixModel } from './model.js';
import { Motion } from './motion.js';
import { firstPlace, placeAfterKey } from './roving.js';
import type { Place } from './sheet.js';
import { between } from './turn.js';

export interface MatrixHost {
  /** A person points at a place, pins it, or leaves. */
  intend(intent: ViewIntent): void;
  /** Lets go of what is pinned or pointed at; false when nothing was. */
  letGo(): boolean;
  /** A person looks at a place, or at none. */
  look(place: Place | null): void;
  /** The zoom changed. */
  zoomed(): void;
}

export interface MatrixElements {
  /** Takes the keyboard's focus and holds the canvas. */
  readonly map: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly minimap: HTMLCanvasElement;
  /** The sheet of before, beside the turned one, where nothing may move. */
  readonly twin: HTMLCanvasElement;
}

/** What is to be seen. */
export interface Shown {
  readonly model: MatrixModel;
  /** The sheet that is not turned: it is the one that moves during a turn. */
  readonly acting: MatrixModel;
  readonly theme: ViewTheme;
  /** Draws the acting sheet beside the turned one. */
  readonly twin: boolean;
}

/** Milliseconds of the turn. */
const turnTime = 800;
/** Milliseconds in which it is shown how the sheet comes about. */
const unrollTime = 4200;
const keyZoom = 1.5;
/** Entries that are numbered on both sheets. */
const mostPairs = 9;

/** The map in the page: draws it, and turns pointer and keys into intents. */
export class MatrixView {
  private readonly elements: MatrixElements;
  private readonly host: MatrixHost;
  private readonly mapBitmap: SheetBitmap;
  private readonly twinBitmap: SheetBitmap;
  private readonly minimapBitmap: SheetBitmap;
  private shown: Shown | null = null;
  private zoom: Zoom = unzoomed;
  private focus: Place | null = null;
  private focusVisible = false;
  private readonly turning = new Motion(turnTime, () => this.draw());
  private readonly unrolling = new Motion(unrollTime, () => this.draw());

  constructor(elements: MatrixElements, host: MatrixHost) {
    this.elements = elements;
    this.host = host;
    const { map, minimap } = elements;
    this.mapBitmap = new SheetBitmap(map.ownerDocument);
    this.twinBitmap = new SheetBitmap(map.ownerDocument);
    this.minimapBitmap = new SheetBitmap(map.ownerDocument);
    new MapGestures(map, {
      hover: (x, y) => this.point(x, y),
      pin: (x, y) => this.pin(this.placeUnder(x, y)),
      leave: () => this.leave(),
      pan: (dx, dy) => this.pan(dx, dy),
      zoom: (factor, x, y) => this.zoomBy(factor, x, y),
    });
    map.addEventListener('focus', () => this.enter());
    map.addEventListener('blur', () => this.exit());
    map.addEventListener('keydown', (event) => this.press(event));
    for (const type of ['pointerdown', 'pointermove'] as const) {
      minimap.addEventListener(type, (event) => event.buttons === 1 && this.jump(event));
    }
  }

  /** Stops what moves. */
  dispose(): void {
    this.turning.stop();
    this.unrolling.stop();
  }

  show(shown: Shown): void {
    const before = this.shown?.model.sheet;
    const { sheet } = shown.model;
    if (before && (before.rows.cells !== sheet.rows.cells || before.columns.cells !== sheet.columns.cells)) {
      this.zoom = unzoomed;
      this.focus = null;
    }
    this.shown = shown;
    this.draw();
  }

  /** Turns the sheet from one side to the other, in time; call after `show` has the new side. */
  turn(): void {
    this.zoom = unzoomed;
    this.unrolling.stop();
    this.turning.run(!this.shown?.model.sheet.turned);
    this.draw();
  }

  /** Shows in time how the sheet comes about. */
  unroll(): void {
    this.zoom = unzoomed;
    this.unrolling.run(false);
    this.draw();
  }

  get zoomable(): { readonly in: boolean; readonly out: boolean } {
    const { zoom, shown } = this;
    const most = shown ? mostZoom(sizeOf(shown.model), this.room) : 1;
    return { in: zoom.factor < most * 0.999, out: zoom.factor > 1.001 };
  }

  /** Zooms about the middle of the map; 0 shows all of it. */
  zoomStep(step: 1 | -1 | 0): void {
    const { width, height } = this.geometry ?? { width: 0, height: 0 };
    if (step === 0) this.setZoom(unzoomed);
    else this.zoomBy(keyZoom ** step, width / 2, height / 2);
  }

  private get room(): Room {
    const { map } = this.elements;
    const style = getComputedStyle(map);
    const most = Number.parseFloat(style.maxBlockSize);
    return { width: map.clientWidth, height: Number.isFinite(most) ? most : map.clientWidth };
  }

  private get geometry(): Geometry | null {
    return this.shown && geometryOf(sizeOf(this.shown.model), this.room, this.zoom);
  }

  private draw(): void {
    const { shown, elements } = this;
    const still = this.geometry;
    const { width } = this.room;
    if (!shown || !still || width === 0) return;
    const { theme, model, acting } = shown;
    const { map, canvas } = elements;
    const ratio = map.ownerDocument.defaultView?.devicePixelRatio ?? 1;
    const font = getComputedStyle(canvas).fontFamily;
    const { progress } = this.turning;
    const turning = progress !== null;
    const geometry = turning
      ? this.turningGeometry(shown, progress)
      : this.unrolling.progress === null
        ? still
        : withImage(still, model, this.room);
    const pairs = shown.twin ? firstEntries(model) : [];
    canvas.style.blockSize = `${geometry.height}px`;
    const look = { theme, font, ratio, pairs };
    drawMatrix(canvas, {
      ...look,
      model: turning ? acting : model,
      geometry,
      progress,
      unrolling: this.unrolling.progress,
      focus: this.focusVisible && !turning ? this.focus : null,
      bitmap: this.mapBitmap,
      grain: ratio * (turning ? geometryOf(sizeOf(acting), this.room) : still).cell,
    });
    if (shown.twin) this.drawTwin(shown, look);
    if (hasMinimap(model.sheet)) {
      const { view, sheet } = model;
      drawMinimap(elements.minimap, sheet, still, { view, theme, ratio, bitmap: this.minimapBitmap });
    }
  }

  private turningGeometry({ model, acting }: Shown, progress: number): Geometry {
    const { room } = this;
    const after = model.sheet.turned ? sizeOf(model) : transposedSize(sizeOf(acting));
    return between(geometryOf(sizeOf(acting), room), geometryOf(after, room), progress);
  }

  private drawTwin(
    { acting, model }: Shown,
    look: { readonly theme: ViewTheme; readonly font: string; readonly ratio: number },
  ): void {
    const { twin, map } = this.elements;
    const geometry = geometryOf(sizeOf(acting), { ...this.room, width: twin.clientWidth });
    twin.style.blockSize = `${geometry.height}px`;
    const pairs = firstEntries(model).map(({ row, column }) => ({ row: column, column: row }));
    const bitmap = this.twinBitmap;
    if (map.isConnected) {
      const grain = look.ratio * geometry.cell;
      drawMatrix(twin, {
        ...look,
        model: acting,
        geometry,
        progress: null,
        unrolling: null,
        focus: null,
        pairs,
        bitmap,
        grain,
      });
    }
  }

  private placeUnder(x: number, y: number): Place | null {
    const { geometry } = this;
    return geometry && this.turning.progress === null ? placeAt(geometry, x, y) : null;
  }

  private point(x: number, y: number): void {
    const place = this.placeUnder(x, y);
    this.host.look(place);
    if (place) this.tell('hover', place);
    else this.tellNothing();
  }

  private leave(): void {
    this.host.look(null);
    this.tellNothing();
  }

  private tellNothing(): void {
    const stage = this.shown?.model.sheet.stage.index ?? 0;
    this.host.intend({ kind: 'leave', stage, tensor: 'input', index: [] });
  }

  private tell(kind: 'hover' | 'pin', place: Place): void {
    if (this.shown) this.host.intend(intentAt(this.shown.model, place, kind));
  }

  private pin(place: Place | null): void {
    if (!place) return;
    this.focus = place;
    this.host.look(place);
    this.tell('pin', place);
  }

  private pan(dx: number, dy: number): void {
    const { geometry } = this;
    if (geometry && !isWhole(geometry)) this.setZoom(panned(geometry, this.room, this.zoom, dx, dy));
  }

  private zoomBy(factor: number, x: number, y: number): void {
    const { geometry } = this;
    if (geometry) this.setZoom(zoomAt(geometry, this.room, this.zoom, factor, x, y));
  }

  private setZoom(zoom: Zoom): void {
    this.zoom = zoom;
    this.draw();
    this.host.zoomed();
  }

  /** Brings the part around a point of the minimap into the middle of the map. */
  private jump(event: PointerEvent): void {
    const { geometry, shown } = this;
    if (!geometry || !shown) return;
    const box = this.elements.minimap.getBoundingClientRect();
    const cell = minimapCell(shown.model.sheet);
    const { left, top, width, height } = geometry;
    const { factor } = this.zoom;
    const column = (event.clientX - box.left) / cell - (width - left) / geometry.cell / 2;
    const row = (event.clientY - box.top) / cell - (height - top) / geometry.cell / 2;
    this.setZoom(
      panned(geometryOf(geometry.size, this.room, { factor, column, row }), this.room, this.zoom, 0, 0),
    );
  }

  private enter(): void {
    this.focusVisible = this.elements.map.matches(':focus-visible');
    if (this.focusVisible && this.shown) this.go(this.focus ?? firstPlace(this.shown.model));
  }

  private exit(): void {
    this.focusVisible = false;
    this.leave();
    this.draw();
  }

  private go(place: Place): void {
    this.focus = place;
    this.focusVisible = true;
    const { geometry } = this;
    if (geometry) this.zoom = keptInSight(geometry, this.room, this.zoom, place);
    this.host.look(place);
    this.tell('hover', place);
    this.draw();
  }

  private press(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.ctrlKey || !this.act(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** False for a key that is not the map's, or did nothing. */
  private act(key: string): boolean {
    const { shown } = this;
    if (!shown) return false;
    if (key === 'Escape') return this.host.letGo();
    const steps: Readonly<Record<string, 1 | -1 | 0>> = { '+': 1, '=': 1, '-': -1, '−': -1, '0': 0 };
    const step = steps[key];
    if (step !== undefined) {
      this.zoomStep(step);
      return true;
    }
    const at = this.focus ?? firstPlace(shown.model);
    if (key === 'Enter') {
      this.pin(at);
      return true;
    }
    const place = placeAfterKey(shown.model, at, key);
    if (place) this.go(place);
    return place !== null;
  }
}

/** The entries of the line in focus, the first of them. */
function firstEntries({ line }: MatrixModel): Place[] {
  return line.entries
    .slice(0, mostPairs)
    .map(({ place }) =>
      line.axis === 'row' ? { row: line.index, column: place } : { row: place, column: line.index },
    );
}

function sizeOf({ sheet, beyond }: MatrixModel): Size {
  return { rows: sheet.rows.cells, columns: sheet.columns.cells, beyond: beyond !== null };
}

/** As high as the image needs before it is unrolled. */
function withImage(geometry: Geometry, { sheet }: MatrixModel, room: Room): Geometry {
  const high = geometry.top + (unrolledRows(sheet.stage) + 1) * geometry.cell;
  return { ...geometry, height: Math.max(geometry.height, Math.min(high, room.height)), loose: true };
}

function transposedSize({ rows, columns }: Size): Size {
  return { rows: columns, columns: rows, beyond: false };
}
