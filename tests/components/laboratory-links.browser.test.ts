/** Every laboratory comes back from its link as it was set. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import '../../components/conv-explorer/define.js';
import type { ConvExplorer } from '../../components/conv-explorer/conv-explorer.js';
import type { ConvCheckerboard } from '../../components/conv-checkerboard/conv-checkerboard.js';
import type { Laboratory } from '../../components/shared/laboratory.js';
import { laboratoryNames, type LaboratoryName } from '../../src/address/page-state.js';
import { computed, mount, until } from './figures.js';
import { textsOf } from './laboratories.js';

/** Settings that differ from those of the element alone, as its link has them, and what the page shows of them. */
const changed: Readonly<Record<LaboratoryName, { readonly set: string; readonly shown: string }>> = {
  'receptive-field': { set: 'input:20;depth:1;row:2;stack:3/2 t4/2p1 pool2', shown: '.sentence' },
  gridding: { set: 'kernel:5;row:-1;rates:1 2 5;against', shown: '[data-stack="1"] .sentence' },
  checkerboard: { set: 'kernel:4x5;stride:3;layers:2;apart', shown: '.verdict' },
  'padding-table': {
    set: 'kernel:5;stride:3;dilation:2;smallest:6;input:3;open-input:7',
    shown: '.panel h4',
  },
  factorisation: { set: 'preset:random;size:3x5;seed:7;rank:2', shown: '.verdict' },
  filter: {
    set: 'sample:disc;side:24;kernel:box;size:5;stride:2;dilation:3;padding:valid;bias:-1.5;activation:relu;colour',
    shown: '.facts',
  },
  speed: { set: 'preset:own;ways:fast;rounds:5;sizes:side=8 filters=4', shown: '.controls' },
  network: {
    set: 'network:mobilenet-v2;knobs:alpha=0.5;swap:standard;picture:treemap;measure:params',
    shown: '[part~=table]',
  },
  block: {
    set: 'block:bneck;knobs:squeeze=off stride=2;row:block.1.1;view:row;seed:7',
    shown: '[part~=list]',
  },
};

const address = location.href;

function laboratoryIn(element: ConvExplorer, name: LaboratoryName): Laboratory | null {
  return element.shadowRoot!.querySelector<Laboratory>(`conv-${name}`);
}

function settingsOf(laboratory: Laboratory): string {
  return Object.entries(laboratory.writeSettings())
    .map(([name, value]) => (value === '' ? name : `${name}:${value}`))
    .join(';');
}

/** As a person does who changes the address. */
function go(hash: string): void {
  location.hash = hash;
}

async function open(hash: string): Promise<ConvExplorer> {
  history.replaceState(null, '', `?lang=en${hash}`);
  const element = mount<ConvExplorer>('<conv-explorer></conv-explorer>');
  await computed(element);
  return element;
}

describe('a link to a laboratory', () => {
  beforeEach(() => history.replaceState(null, '', '?lang=en'));
  afterEach(() => {
    document.body.innerHTML = '';
    history.replaceState(null, '', address);
  });

  test('brings back how it was set, and says it in the same words', async () => {
    const element = await open('');
    for (const name of laboratoryNames) {
      const { set, shown } = changed[name];
      go(new URLSearchParams({ lab: name, set }).toString());
      await until(
        () => laboratoryIn(element, name)?.shadowRoot?.querySelector(shown) != null,
        `${name}: ${shown}`,
      );
      const laboratory = laboratoryIn(element, name)!;
      expect(settingsOf(laboratory)).toBe(set);
      // Without the settings the same element is as it is by itself.
      go(`lab=${name}`);
      await until(() => settingsOf(laboratory) === '', `${name} by itself`);
      expect(laboratoryIn(element, name)).toBe(laboratory);
      history.back();
      await until(() => settingsOf(laboratory) === set, `${name} as it was set`);
    }
    expect(textsOf(element.shadowRoot!, '.notices li')).toEqual([]);
  });

  test('follows what a person sets, and comes with the first look', async () => {
    const element = await open('#lab=checkerboard&set=stride:3');
    const laboratory = laboratoryIn(element, 'checkerboard') as ConvCheckerboard;
    await until(() => laboratory.shadowRoot?.querySelector('[data-pair="3:3"]') != null, 'the pairs');
    await until(() => settingsOf(laboratory) === 'stride:3', 'the stride of the link');
    laboratory.shadowRoot!.querySelector<HTMLElement>('[data-pair="4:2"]')!.click();
    await until(() => location.hash.endsWith('lab=checkerboard&set=kernel:4'), 'the kernel in the address');
  });

  test('tells what its laboratory cannot use', async () => {
    const element = await open('#lab=filter&set=side:16;padding:full;stride:99;bias:much;wings:2');
    await until(() => element.shadowRoot!.querySelectorAll('.notices li').length === 4, 'the notices');
    expect(textsOf(element.shadowRoot!, '.notices li')).toEqual([
      'stride cannot be “99”; it is 8 here',
      'padding cannot be “full”; it is same here',
      'bias cannot be “much”; it is 0 here',
      'nothing here is called “wings”',
    ]);
    await until(() => location.hash.endsWith('set=side:16;stride:8'), 'what holds');
  });
});
