import { css, svg, html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { cellText } from '../../src/views/grid/cell-text.js';
import { colourOf } from '../../src/views/palette.js';
import type { ViewTheme } from '../../src/views/theme.js';

export interface SliceLook {
  /** Rows and columns of the slice. */
  readonly size: readonly [rows: number, columns: number];
  /** Largest absolute value of the colour scale. */
  readonly range: number;
  /** Decimals of numbers that are not whole, as in a stage's view. */
  readonly decimals?: number | undefined;
  readonly theme: ViewTheme;
  /** Side of one value's square in pixels. */
  readonly tap: number;
}

/** From this side on there is room for the digits of a number, if they are not too small. */
export const smallestText = 15;
const smallestDigits = 7;
/** Pixels between two squares. */
const gap = 1;

/** A small picture of a slice or a window: a square a value; null is padding. What is not done yet is faint. */
export function renderSlice(
  values: readonly (number | null)[],
  { size: [rows, columns], range, decimals, theme, tap }: SliceLook,
  done = values.length,
): TemplateResult {
  return html`<svg
    class="slice"
    width=${columns * tap}
    height=${rows * tap}
    viewBox="0 0 ${columns * tap} ${rows * tap}"
    aria-hidden="true"
    focusable="false"
  >
    ${values.map((value, i) => {
      const [x, y] = [(i % columns) * tap, Math.floor(i / columns) * tap];
      return renderValue(value, { x, y, tap, range, decimals, theme, faint: i >= done });
    })}
  </svg>`;
}

interface ValueLook {
  readonly x: number;
  readonly y: number;
  readonly range: number;
  readonly decimals: number | undefined;
  readonly theme: ViewTheme;
  readonly tap: number;
  readonly faint: boolean;
}

function renderValue(value: number | null, look: ValueLook): SVGTemplateResult {
  const { x, y, tap, range, theme, faint } = look;
  const side = tap - gap;
  if (value === null) {
    return svg`<rect class="none" x=${x + gap} y=${y + gap} width=${side - gap} height=${side - gap}></rect>`;
  }
  const { fill, ink } = colourOf(value, range, theme);
  const printed = cellText(value, look);
  const size = Math.min(tap * 0.6, (side * 1.6) / printed.length);
  return svg`<g class=${faint ? 'faint' : nothing}>
    <rect x=${x + gap / 2} y=${y + gap / 2} width=${side} height=${side} rx="1.5" fill=${fill}></rect>
    ${
      tap >= smallestText && size >= smallestDigits
        ? svg`<text x=${x + tap / 2} y=${y + tap / 2} fill=${ink} font-size=${size}>${printed}</text>`
        : nothing
    }
  </g>`;
}

export const sliceStyles = css`
  svg.slice {
    display: block;
    flex: none;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  svg.slice rect {
    stroke: color-mix(in srgb, var(--_ink) 16%, transparent);
    stroke-width: 0.75;
  }
  svg.slice .none {
    fill: none;
    stroke: var(--_control-line);
    stroke-width: 1;
    stroke-dasharray: 2 2;
  }
  svg.slice .faint {
    opacity: 0.22;
  }
  svg.slice text {
    font-family: var(--_number-font, monospace);
    text-anchor: middle;
    dominant-baseline: central;
    pointer-events: none;
  }
`;
