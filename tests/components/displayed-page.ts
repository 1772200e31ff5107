/** A page with a layer, its tables, formula, counters and matrix, filled as a person would fill it. */
import { edit } from '../../src/session/edit.js';
import type { ConvLab } from '../../components/conv-lab/conv-lab.js';
import type { ConvElement } from '../../components/shared/conv-element.js';
import { LabRequestEvent } from '../../components/shared/lab-request.js';
import { tensor } from '../../src/math/tensor.js';
import type { Session } from '../../src/session/session.js';
import type { LayerSpec } from '../../src/variants/types.js';
import type { RandomLayer } from '../fixtures/random-layer.js';
import { computed, mount, until } from './figures.js';

const attribute = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function attributesOf(layer: LayerSpec): string {
  return Object.entries(layer)
    .filter(([name, value]) => value !== false && name !== 'turned')
    .map(([name, value]) => {
      const text = Array.isArray(value) ? value.join(name === 'padding' ? ',' : 'x') : String(value);
      return value === true ? attribute(name) : `${attribute(name)}="${text}"`;
    })
    .join(' ');
}

export class Page {
  readonly lab: ConvLab;
  readonly session: Session;

  private constructor(lab: ConvLab) {
    this.lab = lab;
    this.session = LabRequestEvent.ask(this.view('conv-grid'))!.session;
  }

  /** The layer from its attributes, its numbers as a person would set them: the input as data, weights one by one. */
  static async open({ layer, stages, input, numbers }: RandomLayer): Promise<Page> {
    const lab = mount<ConvLab>(
      `<conv-lab ${attributesOf(layer)}><conv-grid></conv-grid><conv-formula></conv-formula>` +
        '<conv-counts></conv-counts><conv-matrix></conv-matrix></conv-lab>',
    );
    await computed(lab);
    const page = new Page(lab);
    const { session } = page;
    session.setSource({ kind: 'data', tensor: tensor(stages[0].input, input.flat(2)), label: '' });
    const edits = numbers.flatMap(({ weights, bias }, stage) => [
      ...weights.flatMap((filter, f) =>
        filter.flatMap((slice, s) =>
          slice.flatMap((row, r) =>
            row.map((value, c) => ({ stage, tensor: 'weights' as const, index: [r, c, s, f], value })),
          ),
        ),
      ),
      ...bias.map((value, f) => ({ stage, tensor: 'bias' as const, index: [f], value })),
    ]);
    const problem = edit(session, edits);
    if (problem) throw new Error(problem.message);
    if (layer.turned) lab.turned = true;
    await lab.updateComplete;
    await until(() => session.status === 'ready', 'the numbers');
    page.view('conv-matrix').shadowRoot!.querySelector<HTMLElement>('.entries summary')!.click();
    return page;
  }

  view(tag: string): ConvElement {
    return this.lab.querySelector<ConvElement>(tag)!;
  }

  async settle(): Promise<void> {
    await until(() => {
      const { moment } = this.session;
      if (!moment) return false;
      const { frame, partial, alongside } = moment;
      return frame.stamp ? partial?.ordinal === frame.ordinal : alongside.length >= frame.lanes.length;
    }, 'the numbers of the cell');
    for (const tag of ['conv-grid', 'conv-formula', 'conv-counts', 'conv-matrix'])
      await this.view(tag).updateComplete;
    await until(() => this.view('conv-matrix').shadowRoot!.querySelector('table') !== null, 'the table');
  }

  async seek(step: number): Promise<void> {
    this.lab.step = step;
    await this.settle();
  }
}
