import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import {
  cellOfSheet,
  type Box,
  type Outline,
  type Sheet,
  type SheetPicture,
} from '../../src/views/receptive-field/sheets.js';
import type { Pair } from '../../src/math/types.js';

interface PictureOptions {
  readonly picture: SheetPicture;
  /** Of the chosen output's field; null where there is no layer. */
  readonly outline: Outline | null;
  readonly nameOf: (level: number) => string;
}

/** The sheets from the input up, with the cone of the chosen output between them. */
export function renderPicture({ picture, outline, nameOf }: PictureOptions): TemplateResult {
  const { width, height, sheets, cones } = picture;
  const top = sheets[sheets.length - 1].level;
  return html`<svg
    width=${width}
    height=${height}
    viewBox="0 0 ${width} ${height}"
    aria-hidden="true"
    focusable="false"
  >
    ${sheets.map((sheet, place) => {
      const role = sheet.level === 0 ? 'input' : sheet.level === top ? 'output' : 'between';
      const cone = cones[place];
      return svg`<g class="sheet ${role}" data-level=${sheet.level}>
          <g class="grid" transform="matrix(${sheet.matrix.join(' ')})">
            ${renderGrid(sheet)}
            ${sheet.level === 0 && outline ? renderOutline(outline) : nothing}
          </g>
        </g>
        ${cone ? svg`<path class="cone" data-above=${sheet.level} d="M${cone.map((point) => point.join(' ')).join('L')}Z"></path>` : nothing}`;
    })}
    ${sheets.map(({ level, labelY }) => svg`<text x="0" y=${labelY} data-label=${level}>${nameOf(level)}</text>`)}
  </svg>`;
}

function renderGrid({ border, lit, padding, rows, columns, ruled }: Sheet): SVGTemplateResult {
  return svg`<path class="ground" d=${pathOf([border])}></path>
    <path class="padding" d=${pathOf(padding)}></path>
    <path class="lit" d=${pathOf(lit)}></path>
    ${ruled ? svg`<path class="rules" d=${rulesOf(border, rows.cells, columns.cells)}></path>` : nothing}
    <path class="border" d=${pathOf([border])}></path>`;
}

/** Dashed where the field goes on outside the picture. */
function renderOutline({ path, beyond }: Outline): SVGTemplateResult {
  return svg`<g class="field"><path d=${path}></path><path class="beyond" d=${beyond}></path></g>`;
}

function pathOf(boxes: readonly Box[]): string {
  return boxes.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`).join('');
}

function rulesOf({ x, y, width, height }: Box, rows: number, columns: number): string {
  const down = Array.from({ length: rows - 1 }, (_, i) => `M${x} ${y + ((i + 1) * height) / rows}h${width}`);
  const across = Array.from(
    { length: columns - 1 },
    (_, i) => `M${x + ((i + 1) * width) / columns} ${y}v${height}`,
  );
  return [...down, ...across].join('');
}

/** The cell of the top sheet under the pointer, from 0; null beside it. */
export function cellUnder(
  svgElement: SVGSVGElement,
  picture: SheetPicture,
  event: PointerEvent,
): Pair | null {
  const top = picture.sheets[picture.sheets.length - 1];
  const grid = svgElement.querySelector<SVGGElement>(`[data-level="${top.level}"] .grid`);
  const matrix = grid?.getScreenCTM()?.inverse();
  if (!matrix) return null;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  return cellOfSheet(top, x, y);
}

/** Lets the newest sheet rise from the one below it while the outline on the input grows. */
export function growPicture(svgElement: SVGSVGElement, before: Box | null, now: Box | null): void {
  const timing = { duration: 600, easing: 'cubic-bezier(0.2, 0, 0, 1)' };
  const rising = [
    { opacity: 0, transform: 'translateY(3rem)' },
    { opacity: 1, transform: 'none' },
  ];
  svgElement.querySelector('.sheet.output')?.animate(rising, timing);
  const cones = svgElement.querySelectorAll('.cone');
  cones[cones.length - 1]?.animate([{ opacity: 0 }, { opacity: 1 }], timing);
  if (!before || !now) return;
  const [across, down] = [before.width / now.width, before.height / now.height];
  const from = `translate(${before.x - now.x * across}px, ${before.y - now.y * down}px) scale(${across}, ${down})`;
  svgElement.querySelector('.field')?.animate([{ transform: from }, { transform: 'none' }], timing);
}
