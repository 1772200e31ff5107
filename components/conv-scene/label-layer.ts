import {
  labelFamilies,
  type Anchor,
  type LabelFamily,
  type SceneLabel,
} from '../../src/views/scene/labels.js';
import { lineHeight } from '../../src/views/scene/label-size.js';

/** Kept free between two labels, in em. */
const gap = 0.5;
/** Room left and right of the words inside a label, in em. */
const padding = 0.25;
/** Lines by which a label is raised: one, and the tilt of a turned bench. */
const lift = 1.25;
/** Measured widths are taken at this size. */
const measured = 100;

/** How the labels of a family may be written; the first form in which all of them fit is taken. */
type Form = 'line' | 'lines' | 'otherwise' | 'raised' | 'stagger' | 'allRaised' | 'firstLine' | 'number';
const forms: Readonly<Partial<Record<LabelFamily, readonly Form[]>>> = {
  rows: ['line', 'lines', 'otherwise'],
  columns: ['line', 'raised', 'stagger', 'allRaised'],
  filters: ['line', 'firstLine', 'number'],
};

const alignments = { above: 'center', over: 'start', below: 'center', left: 'end', right: 'start' } as const;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Written {
  readonly label: SceneLabel;
  readonly text: string;
  readonly anchor: Anchor;
  /** It covers nothing but background. */
  readonly fits: boolean;
  readonly box: Box;
}

/**
 * The words over the picture, as elements that stay the same from frame to frame. A family of labels is shown whole or
 * not at all, and judged by its bold width, so that nothing comes and goes when another label becomes the active one.
 * Set by the style object, never by a style attribute, so that strict pages allow it.
 */
export class LabelLayer {
  private readonly layer: HTMLElement;
  private readonly spans = new Map<string, HTMLElement>();
  private readonly widths = new Map<string, number>();
  private readonly ruler = document.createElement('canvas').getContext('2d');

  constructor(layer: HTMLElement) {
    this.layer = layer;
  }

  /** Widths depend on the font, which may have changed. */
  forgetSizes(): void {
    this.widths.clear();
  }

  show(labels: readonly SceneLabel[], textOf: (label: SceneLabel) => string): void {
    const placed: Written[] = [];
    for (const family of labelFamilies) {
      const members = labels.filter((label) => label.family === family);
      const fitting = (forms[family] ?? ['line'])
        .map((form) => members.map((label, i) => this.write(label, textOf(label), form, i)))
        .find((written) => fit(written, placed));
      placed.push(...(fitting ?? []).filter(({ box }) => this.isInside(box)));
    }
    const kept = new Set(placed.map(({ label }) => label.id));
    for (const written of placed) this.put(written);
    for (const [id, span] of this.spans) if (!kept.has(id)) span.hidden = true;
  }

  private write(label: SceneLabel, words: string, form: Form, which: number): Written {
    const { em } = label;
    const text = formed(words, label, form, which);
    const rows = text.split('\n');
    const width = Math.max(...rows.map((row) => this.widthOf(row))) * em + 2 * padding * em;
    const height = rows.length * lineHeight * em;
    const lifted = linesRaised(form, which) * lift * height;
    const { x, y } = (form === 'otherwise' && label.otherwise) || label;
    const anchor = form === 'otherwise' ? 'over' : label.anchor;
    const left = anchor === 'left' ? x - width : anchor === 'right' || anchor === 'over' ? x : x - width / 2;
    const top =
      anchor === 'above' || anchor === 'over' ? y - height : anchor === 'below' ? y : y - height / 2;
    const room = this.layer.clientWidth - width;
    const kept = anchor === 'above' || anchor === 'below' ? Math.max(0, Math.min(left, room)) : left;
    const fits = form === 'otherwise' ? label.otherwise !== null : width <= label.room;
    return {
      ...{ label, text, anchor, fits },
      box: { left: kept, top: top - lifted, right: kept + width, bottom: top - lifted + height },
    };
  }

  private put({ label, text, anchor, box }: Written): void {
    let span = this.spans.get(label.id);
    if (!span) {
      span = document.createElement('span');
      Object.assign(span.style, { whiteSpace: 'pre', boxSizing: 'border-box', padding: `0 ${padding}em` });
      this.layer.append(span);
      this.spans.set(label.id, span);
    }
    if (span.textContent !== text) span.textContent = text;
    span.hidden = false;
    span.classList.toggle('active', label.active);
    span.style.fontSize = `${label.em}px`;
    span.style.textAlign = alignments[anchor];
    span.style.inlineSize = `${box.right - box.left}px`;
    span.style.transform = `translate(${Math.round(box.left)}px, ${Math.round(box.top)}px)`;
  }

  /** In em, bold, whatever its weight is now. */
  private widthOf(text: string): number {
    const known = this.widths.get(text);
    if (known !== undefined) return known;
    if (!this.ruler) return text.length;
    this.ruler.font = `600 ${measured}px ${getComputedStyle(this.layer).fontFamily}`;
    const width = this.ruler.measureText(text).width / measured;
    this.widths.set(text, width);
    return width;
  }

  private isInside({ left, top, right, bottom }: Box): boolean {
    return left >= 0 && top >= 0 && right <= this.layer.clientWidth && bottom <= this.layer.clientHeight;
  }
}

/** Lines by which a label stands above its place. */
function linesRaised(form: Form, which: number): number {
  const odd = which % 2;
  return { raised: 1, stagger: odd, allRaised: 1 + odd }[form as string] ?? 0;
}

function formed(text: string, { parameters }: SceneLabel, form: Form, which: number): string {
  if (form === 'number' || (form === 'firstLine' && which > 0)) return String(parameters.filter ?? text);
  return form === 'lines' ? text.replace(/ (?=\S+$)/, '\n') : text;
}

/** Do these labels have room, beside the ones that stand already and beside each other? */
function fit(written: readonly Written[], placed: readonly Written[]): boolean {
  return written.every(
    ({ label, fits, box }, i) =>
      fits && [...placed, ...written.slice(0, i)].every((other) => !touches(box, other.box, gap * label.em)),
  );
}

function touches(a: Box, b: Box, apart: number): boolean {
  return a.left < b.right + apart && b.left < a.right + apart && a.top < b.bottom && b.top < a.bottom;
}
