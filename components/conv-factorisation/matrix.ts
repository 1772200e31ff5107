import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { cellText } from '../../src/views/grid/cell-text.js';
import { colourOf } from '../../src/views/palette.js';
import type { ViewTheme } from '../../src/views/theme.js';
import { rem } from '../shared/rem.js';

export interface MatrixLook {
  readonly columns: number;
  /** Largest absolute value of the colour scale. */
  readonly range: number;
  readonly theme: ViewTheme;
  /** What the picture shows, with its numbers. */
  readonly label: string;
  /** Pixels of a cell at the usual font size. */
  readonly side: number;
  /** Of printed numbers that are not whole; undefined: as many as the cell has room for. */
  readonly decimals: number | undefined;
}

/** A column and a row, whose products a table holds. */
export interface Margins {
  readonly column: readonly number[];
  readonly row: readonly number[];
}

/** Pixels between a margin and the table. */
const apart = 6;

/** Numbers on their colours; with margins as a multiplication table, the column at its left and the row on its top. */
export function renderMatrix(
  values: readonly number[],
  { columns, range, theme, label, side, decimals }: MatrixLook,
  margins?: Margins,
): TemplateResult {
  const rows = values.length / columns;
  const offset = margins ? side + apart : 0;
  const [width, height] = [offset + columns * side, offset + rows * side];
  const cell = (value: number, x: number, y: number, kind: string): SVGTemplateResult => {
    const { fill, ink } = colourOf(value, range, theme);
    const text = cellText(value, { decimals });
    const size = Math.min(side * 0.4, (side * 1.5) / text.length);
    return svg`<rect class=${kind} x=${x + 1} y=${y + 1} width=${side - 2} height=${side - 2} rx="2" fill=${kind === 'value' ? fill : nothing}></rect>
      <text class=${kind} x=${x + side / 2} y=${y + side / 2} font-size=${size} fill=${kind === 'value' ? ink : nothing}>${text}</text>`;
  };
  return html`<svg
    class="matrix"
    width=${rem(width)}
    height=${rem(height)}
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-label=${label}
  >
    ${margins?.row.map((value, i) => cell(value, offset + i * side, 0, 'margin'))}
    ${margins?.column.map((value, i) => cell(value, 0, offset + i * side, 'margin'))}
    ${values.map((value, i) =>
      cell(value, offset + (i % columns) * side, offset + Math.floor(i / columns) * side, 'value'),
    )}
  </svg>`;
}

export const matrixStyles = css`
  svg.matrix {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .matrix rect.value {
    stroke: color-mix(in srgb, var(--_ink) 16%, transparent);
    stroke-width: 0.75;
  }
  .matrix rect.margin {
    fill: var(--_background);
    stroke: var(--_kernel);
    stroke-width: 1.5;
  }
  .matrix text {
    font-family: var(--_number-font, monospace);
    text-anchor: middle;
    dominant-baseline: central;
    pointer-events: none;
  }
  .matrix text.margin {
    fill: var(--_ink);
    font-weight: 600;
  }
`;
