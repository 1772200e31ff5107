/** What the tests of the laboratories share. */
import axe from 'axe-core';
import type { Laboratory } from '../../components/shared/laboratory.js';
import { mount, until } from './figures.js';

export interface Shown<Element extends Laboratory> {
  readonly view: Element;
  readonly shadow: ShadowRoot;
  /** Events 'change' so far. */
  readonly told: () => number;
}

/** A laboratory alone on the page, drawn. */
export async function show<Element extends Laboratory>(
  tag: string,
  attributes = '',
): Promise<Shown<Element>> {
  const view = mount<HTMLElement>(`<${tag} ${attributes}></${tag}>`) as Element;
  let events = 0;
  view.addEventListener('change', () => events++);
  await until(() => view.shadowRoot?.querySelector('.laboratory') != null, 'the laboratory');
  await view.updateComplete;
  return { view, shadow: view.shadowRoot!, told: () => events };
}

/** Text without line breaks. */
export function textOf(root: ParentNode, selector: string): string {
  return (root.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function textsOf(root: ParentNode, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map((each) => each.textContent.replace(/\s+/g, ' ').trim());
}

/** Gives a number box a value as a person does who leaves it. */
export function type(shadow: ShadowRoot, label: string, value: string): void {
  const box = shadow.querySelector<HTMLInputElement>(`input[type="number"][aria-label="${label}"]`)!;
  box.value = value;
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What axe finds on a page in a language and a scheme. */
export async function findings(
  tag: string,
  attributes: string,
  language: string,
  scheme: string,
): Promise<string[]> {
  document.body.style.background = scheme === 'board' ? '#14181d' : '#fcfbf8';
  const { view } = await show(tag, `${attributes} lang="${language}" theme="${scheme}"`);
  const { violations } = await axe.run(view, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });
  document.body.style.background = '';
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`);
}
