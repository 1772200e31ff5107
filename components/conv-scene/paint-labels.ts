/** Share of the background behind words, as in the styles of the layer. */
const veil = 0.78;

/**
 * Writes the words over a picture onto its pixels, where they stand on the page.
 *
 * @param layer of spans that a LabelLayer has placed; it fills the picture's place on the page
 * @param scale pixels of the picture per CSS pixel
 */
export function paintLabels(
  context: CanvasRenderingContext2D,
  layer: HTMLElement,
  scale: number,
  background: string,
): void {
  const from = layer.getBoundingClientRect();
  context.save();
  context.scale(scale, scale);
  context.textBaseline = 'middle';
  for (const span of layer.querySelectorAll('span')) {
    if (span.hidden || !span.textContent) continue;
    const { left, top, width, height } = span.getBoundingClientRect();
    const { color, fontWeight, fontSize, fontFamily } = getComputedStyle(span);
    context.globalAlpha = veil;
    context.fillStyle = background;
    context.fillRect(left - from.left, top - from.top, width, height);
    context.globalAlpha = 1;
    context.fillStyle = color;
    context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const lines = span.textContent.split('\n');
    lines.forEach((line, i) =>
      writeLine(context, line, span, {
        left: left - from.left,
        width,
        middle: top - from.top + ((i + 0.5) * height) / lines.length,
      }),
    );
  }
  context.restore();
}

function writeLine(
  context: CanvasRenderingContext2D,
  line: string,
  span: HTMLElement,
  { left, width, middle }: { readonly left: number; readonly width: number; readonly middle: number },
): void {
  const { textAlign, paddingLeft } = getComputedStyle(span);
  const padding = Number.parseFloat(paddingLeft) || 0;
  const isEnd = textAlign === 'end' || textAlign === 'right';
  context.textAlign = textAlign === 'center' ? 'center' : isEnd ? 'right' : 'left';
  const x = textAlign === 'center' ? left + width / 2 : isEnd ? left + width - padding : left + padding;
  context.fillText(line, x, middle);
}
