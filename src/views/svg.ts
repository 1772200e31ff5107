/** Drawings as SVG text that stands alone: no script, no style sheet, no link; every number is a text that can be read. */

type Attributes = Readonly<Record<string, string | number | undefined>>;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text with XML's own signs written out, and without those that XML 1.0 has no way to write. */
export function escaped(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '').replace(/[&<>"]/g, (sign) => escapes[sign]);
}

/** An element; attributes that are undefined are left out, numbers get at most two decimals. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [` ${key}="${escaped(typeof value === 'number' ? String(Math.round(value * 100) / 100) : value)}"`],
  );
  return content === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${content}</${name}>`;
}

/** A line of text. */
export function text(content: string, attributes: Attributes): string {
  return element('text', attributes, escaped(content));
}

/** Width of a text in em, as wide as usual sans-serif letters are; Chinese signs take a whole em. */
export function textWidth(content: string): number {
  return [...content].reduce((width, sign) => width + (sign.codePointAt(0)! > 0x2e7f ? 1 : 0.58), 0);
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Read out by screen readers, and shown as a tooltip. */
  readonly title: string;
  readonly background: string;
  readonly content: string;
}

/** A whole file. */
export function svgFile({ width, height, title, background, content }: Drawing): string {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const body = [
    `<title>${escaped(title)}</title>`,
    element('rect', { width: w, height: h, fill: background }),
    content,
  ];
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...{ width: w, height: h, viewBox: `0 0 ${w} ${h}`, role: 'img' },
      ...{ 'font-family': 'system-ui, sans-serif', 'font-size': 14 },
    },
    body.join('\n'),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
