import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { drawFlow, nodeAt, type FlowView } from '../../src/views/networks/draw-flow.js';
import { layOutFlow, type Flow } from '../../src/views/networks/flow.js';
import type { KindGroup } from '../../src/views/networks/groups.js';
import { outputText } from '../../src/views/networks/row-text.js';
import { kindText } from '../../src/views/networks/table.js';
import type { UnderstoodNetwork } from '../../src/views/networks/understood.js';
import { scrolledTo } from '../../src/views/networks/window.js';
import { renderLegend } from './legend.js';
import type { PictureOptions } from './picture-options.js';

/** The graph of a network on a canvas that shows the part in sight of a picture as long as the network. */
export class FlowPicture implements ReactiveController {
  private readonly scroller = createRef<HTMLElement>();
  private readonly canvas = createRef<HTMLCanvasElement>();
  private readonly legend = createRef<HTMLElement>();
  private laidOut: { readonly network: UnderstoodNetwork; readonly flow: Flow } | null = null;
  private options: PictureOptions | null = null;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostUpdated(): void {
    this.draw();
  }

  /** Brings the node of a row into sight, when it was chosen elsewhere. */
  reveal(name: string): void {
    const { options } = this;
    const node = options ? this.nodeOf(name, options.network) : -1;
    if (node >= 0) this.scrollTo(node);
  }

  private scrollTo(node: number): void {
    const scroller = this.scroller.value;
    if (!scroller || !this.laidOut || !this.options) return;
    const { rank } = this.laidOut.flow.nodes[node];
    const height = this.rank(this.options);
    scroller.scrollTop = scrolledTo(rank, height, scroller.scrollTop, scroller.clientHeight);
  }

  private flowOf(network: UnderstoodNetwork): Flow {
    if (this.laidOut?.network !== network) this.laidOut = { network, flow: layOutFlow(network.rows) };
    return this.laidOut.flow;
  }

  /** The node that holds a row, also where the row only finishes it; −1 for none. */
  private nodeOf(name: string, network: UnderstoodNetwork): number {
    return this.flowOf(network).nodes.findIndex(({ rows }) =>
      rows.some((row) => network.rows[row].name === name),
    );
  }

  private rank({ line }: PictureOptions): number {
    return Math.round(2.1 * line);
  }

  private get view(): FlowView | null {
    const { options } = this;
    const scroller = this.scroller.value;
    if (!options || !scroller || !scroller.isConnected) return null;
    const { clientWidth: width, clientHeight: height, scrollTop: scrolled } = scroller;
    return { width, height, scrolled, rank: this.rank(options) };
  }

  private draw(): void {
    const { options, view } = this;
    const canvas = this.canvas.value;
    if (!options || !view || !canvas) return;
    const { network, chosen, around } = options;
    if (!around.theme) return;
    const swatches = this.legend.value?.querySelectorAll<HTMLElement>('[data-group]') ?? [];
    const colours = Object.fromEntries(
      [...swatches].map((swatch) => [swatch.dataset.group, getComputedStyle(swatch).backgroundColor]),
    ) as Record<KindGroup, string>;
    canvas.style.setProperty('inline-size', `${view.width}px`);
    canvas.style.setProperty('block-size', `${view.height}px`);
    drawFlow(canvas, {
      flow: this.flowOf(network),
      rows: network.rows,
      view,
      chosen: this.nodeOf(chosen, network),
      theme: around.theme,
      colours,
      kindOf: (row) => kindText(row, around.say),
      font: getComputedStyle(canvas).fontFamily,
      density: Math.min(devicePixelRatio || 1, 3),
    });
  }

  private point(event: MouseEvent, { network, choose }: PictureOptions): void {
    const box = this.canvas.value?.getBoundingClientRect();
    const { view } = this;
    if (!box || !view) return;
    const node = nodeAt(this.flowOf(network), view, event.clientX - box.left, event.clientY - box.top);
    if (node >= 0) choose(this.nameOf(node, network));
  }

  private nameOf(node: number, network: UnderstoodNetwork): string {
    return network.rows[this.flowOf(network).nodes[node].rows[0]].name;
  }

  private press(event: KeyboardEvent, { network, chosen, choose }: PictureOptions): void {
    if (event.altKey || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const flow = this.flowOf(network);
    const next = nodeAfterKey(flow, this.nodeOf(chosen, network), event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    choose(this.nameOf(next, network));
    this.scrollTo(next);
  }

  private sentence({ network, chosen, around: { say } }: PictureOptions): string {
    const node = this.nodeOf(chosen, network);
    if (node < 0) return '';
    const row = network.rows[this.flowOf(network).nodes[node].rows[0]];
    const reads = row.from.map((source) => network.rows[source].name).join(', ');
    return say('network.flow.node', {
      name: row.name,
      kind: kindText(row, say),
      output: outputText(row.output),
      reads: reads === '' ? say('network.scatter.none') : reads,
    });
  }

  render(options: PictureOptions): TemplateResult {
    this.options = options;
    const { network, line, around } = options;
    const { say } = around;
    const flow = this.flowOf(network);
    const long = flow.ranks * this.rank(options);
    const label = say('network.flow.caption');
    return html`<p class="note">${label}</p>
      <div
        class="flow"
        tabindex="0"
        role="group"
        aria-label=${label}
        aria-description=${say('network.flow.keys')}
        ${ref(this.scroller)}
        .style=${`block-size: ${Math.min(long, 30 * line)}px`}
        @scroll=${() => this.draw()}
        @keydown=${(event: KeyboardEvent) => this.press(event, options)}
        @click=${(event: MouseEvent) => this.point(event, options)}
      >
        <div class="long" .style=${`block-size: ${long}px`}>
          <canvas role="presentation" ${ref(this.canvas)}></canvas>
        </div>
      </div>
      <p class="sentence" role="status">${this.sentence(options)}</p>
      <div ${ref(this.legend)}>${renderLegend(network.rows, around)}</div>`;
  }
}

/** The node that a key leads to: the next or last rank at the same place, or the neighbour in this one; null for other keys. */
export function nodeAfterKey(flow: Flow, now: number, key: string): number | null {
  const { nodes } = flow;
  if (nodes.length === 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return nodes.length - 1;
  const steps: Readonly<Record<string, readonly [ranks: number, places: number]>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  };
  if (!Object.hasOwn(steps, key)) return null;
  if (now < 0) return 0;
  const [ranks, places] = steps[key];
  const here = nodes[now];
  const candidates = nodes
    .map(({ rank, x }, index) => ({ index, rank, x }))
    .filter(({ rank, x }) =>
      places === 0 ? rank === here.rank + ranks : rank === here.rank && Math.sign(x - here.x) === places,
    );
  const nearest = candidates.sort((one, other) => Math.abs(one.x - here.x) - Math.abs(other.x - here.x));
  return nearest[0]?.index ?? now;
}
