import { html, render } from 'lit';
import { expect, test } from 'vitest';
import { renderLaboratoryMenu } from '../../components/conv-explorer/laboratory-menu.js';
import { renderLaboratory, renderPanel, type SitePart } from '../../components/conv-explorer/site-parts.js';
import type { LaboratoryName } from '../../src/address/page-state.js';
import type { SessionController } from '../../components/shared/session-controller.js';

const lab = { say: (key: string) => key } as SessionController;
const part = <Id extends string>(id: Id): SitePart<Id> => ({
  id,
  title: 'app.input',
  load: () => Promise.resolve(),
  render: () => html`<p>inside ${id}</p>`,
});

function shown(template: unknown): HTMLElement {
  const place = document.createElement('div');
  render(template, place);
  return place;
}

test('a menu of laboratories appears with the first of them, and leads there and back', () => {
  const chosen: (string | undefined)[] = [];
  const menu = (parts: readonly SitePart<LaboratoryName>[], current?: SitePart) =>
    shown(renderLaboratoryMenu(lab, parts, current, (id) => chosen.push(id)));
  expect(menu([]).querySelector('select')).toBeNull();
  const [gridding, padding] = [part('gridding'), part('padding-table')];
  const select = menu([gridding, padding], gridding).querySelector('select')!;
  expect(select.value).toBe('gridding');
  for (const value of ['padding-table', '']) {
    select.value = value;
    select.dispatchEvent(new Event('change'));
  }
  expect(chosen).toEqual(['padding-table', undefined]);
  expect(
    shown(renderLaboratory(lab, padding, { sheets: false, leave: () => undefined })).textContent,
  ).toContain('inside padding-table');
});

const display = { colourRange: 'tensor', decimals: 'auto', choose: () => undefined } as const;

test('nothing of a panel is made before it is opened', () => {
  const panel = (folds: ReadonlyMap<string, boolean>) =>
    shown(renderPanel({ lab, display }, part('code'), folds, () => undefined));
  expect(panel(new Map()).textContent).not.toContain('inside code');
  expect(panel(new Map([['code', true]])).querySelector('details')!.open).toBe(true);
  const closed = panel(new Map([['code', false]]));
  expect([closed.querySelector('details')!.open, closed.querySelector('p') !== null]).toEqual([false, true]);
});
