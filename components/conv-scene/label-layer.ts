import type { SceneLabel } from '../../src/views/scene/labels.js';

/** Pixels kept free between two labels. */
const gap = 3;

interface Placed {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The words over the picture, as elements that stay the same from frame to frame. Where two would touch, the less
 * important one is hidden. Set by the style object, never by a style attribute, so that strict pages allow it.
 */
export class LabelLayer {
  private readonly layer: HTMLElement;
  private readonly spans = new Map<string, HTMLElement>();
  private readonly sizes = new Map<string, readonly [number, number]>();

  constructor(layer: HTMLElement) {
    this.layer = layer;
  }

  /** Sizes depend on the font, which may have changed. */
  forgetSizes(): void {
    this.sizes.clear();
  }

  show(labels: readonly SceneLabel[], textOf: (label: SceneLabel) => string): void {
    const kept = new Set<string>();
    const placed: Placed[] = [];
    for (const label of [...labels].sort((a, b) => a.priority - b.priority)) {
      const text = textOf(label);
      const span = this.spanOf(label.id, text);
      const box = this.boxOf(label, text, span);
      if (!this.isInside(box) || placed.some((other) => touches(box, other))) continue;
      placed.push(box);
      kept.add(label.id);
      span.hidden = false;
      span.classList.toggle('active', label.active);
      span.style.transform = `translate(${Math.round(box.left)}px, ${Math.round(box.top)}px)`;
    }
    for (const [id, span] of this.spans) if (!kept.has(id)) span.hidden = true;
  }

  private spanOf(id: string, text: string): HTMLElement {
    let span = this.spans.get(id);
    if (!span) {
      span = document.createElement('span');
      this.layer.append(span);
      this.spans.set(id, span);
    }
    if (span.textContent !== text) span.textContent = text;
    return span;
  }

  private boxOf({ x, y, anchor }: SceneLabel, text: string, span: HTMLElement): Placed {
    const [width, height] = this.sizeOf(text, span);
    const left = anchor === 'left' ? x - width : anchor === 'right' ? x : x - width / 2;
    const top = anchor === 'above' ? y - height : anchor === 'below' ? y : y - height / 2;
    const room = this.layer.clientWidth - width;
    const kept = anchor === 'left' || anchor === 'right' ? left : Math.max(0, Math.min(left, room));
    return { left: kept, top, right: kept + width, bottom: top + height };
  }

  private sizeOf(text: string, span: HTMLElement): readonly [number, number] {
    let size = this.sizes.get(text);
    if (!size) {
      span.hidden = false;
      size = [span.offsetWidth, span.offsetHeight];
      this.sizes.set(text, size);
    }
    return size;
  }

  private isInside({ left, top, right, bottom }: Placed): boolean {
    return left >= 0 && top >= 0 && right <= this.layer.clientWidth && bottom <= this.layer.clientHeight;
  }
}

function touches(a: Placed, b: Placed): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom && b.top < a.bottom;
}
