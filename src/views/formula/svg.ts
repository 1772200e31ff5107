/** The formula of the moment as a drawing, in plain text signs: MathML inside SVG is shown by few programs. */
import { element, escaped, svgFile, textWidth } from '../svg.js';
import type { ViewTheme } from '../theme.js';
import type { Formula } from './formula.js';
import type { FormulaNode, FormulaRole, FormulaState } from './tree.js';

const size = 20;
const leading = 40;
const margin = 24;
/** A line breaks before a sign once it is this long, in em. */
const longest = 60;

/** A run of signs in one colour; raised or lowered like an index. */
interface Piece {
  readonly text: string;
  readonly colour: string;
  readonly shift: -1 | 0 | 1;
}

/** @param title of the whole drawing */
export function formulaSvg({ lines }: Formula, theme: ViewTheme, title: string): string {
  const rows = lines.flatMap(({ nodes }) => broken(nodes.map((node) => piecesOf(node, theme))));
  const width = Math.max(...rows.map((row) => row.reduce((sum, piece) => sum + widthOf(piece), 0)), 1);
  const content = rows.map((row, i) => drawRow(row, margin + (i + 0.7) * leading)).join('\n');
  return svgFile({
    ...{ width: width * size + 2 * margin, height: rows.length * leading + 2 * margin },
    ...{ title, background: theme.background, content },
  });
}

function broken(nodes: readonly (readonly Piece[])[]): Piece[][] {
  const rows: Piece[][] = [[]];
  let length = 0;
  for (const pieces of nodes) {
    const wanted = pieces.reduce((sum, piece) => sum + widthOf(piece), 0);
    if (length > 0 && length + wanted > longest) {
      rows.push([]);
      length = 0;
    }
    rows[rows.length - 1].push(...pieces);
    length += wanted;
  }
  return rows;
}

function widthOf({ text, shift }: Piece): number {
  return textWidth(text) * (shift === 0 ? 1 : 0.65);
}

/** Shifts are made of dy, because few programs know baseline-shift; each piece undoes that of the one before it. */
function drawRow(pieces: readonly Piece[], y: number): string {
  let lowered = 0;
  const spans = pieces.map(({ text, colour, shift }) => {
    const wanted = shift * size * 0.35;
    const dy = wanted - lowered;
    lowered = wanted;
    const small = shift === 0 ? {} : { 'font-size': size * 0.65 };
    return element('tspan', { fill: colour, dy: dy === 0 ? undefined : dy, ...small }, escaped(text));
  });
  const place = { x: margin, y, 'font-size': size, 'font-family': 'serif', 'xml:space': 'preserve' };
  return element('text', place, spans.join(''));
}

function piecesOf(node: FormulaNode, theme: ViewTheme): readonly Piece[] {
  const plain = (text: string, colour = theme.ink): Piece => ({ text, colour, shift: 0 });
  switch (node.kind) {
    case 'number': {
      const colour = colourOf(node.role, node.state, theme);
      return [plain(node.bracketed ? `(${node.text})` : node.text, colour)];
    }
    case 'symbol': {
      const colour = colourOf(node.role, 'done', theme);
      return [plain(node.text, colour), { text: node.indices.join(','), colour, shift: 1 }];
    }
    case 'operator':
      return [plain(node.text === '·' ? '·' : node.text === ',' ? ', ' : ` ${node.text} `)];
    case 'sum':
      return [
        plain('∑'),
        ...(node.under === '' ? [] : [{ text: node.under, colour: theme.ink, shift: 1 } as const]),
        ...(node.over === '' ? [] : [{ text: node.over, colour: theme.ink, shift: -1 } as const]),
        plain(' '),
      ];
    case 'product':
      return [...piecesOf(node.factors[0], theme), plain('·'), ...piecesOf(node.factors[1], theme)];
    case 'call':
      return [plain(`${node.name}(`)];
    case 'end':
      return [plain(')')];
    case 'gap':
      return [plain(node.text, theme.muted)];
  }
}

function colourOf(role: FormulaRole, state: FormulaState, theme: ViewTheme): string {
  if (state === 'coming') return theme.muted;
  const colours = { input: theme.input, weights: theme.kernel, bias: theme.bias, output: theme.output };
  return role === 'sum' ? theme.ink : colours[role];
}
