/**
 * States of lessons stand once: in a lesson's English page. Another language's page has the same steps by id, with prose alone;
 * this puts the attributes in, while a page is served and when the site is built.
 */
import { existsSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';

const openingTag = /<(conv-lesson|conv-step)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;
const attribute = /([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;
/** What a page says itself. */
const ownAttributes = new Set(['lang', 'class']);

/**
 * The lesson and its steps as a page's source has them, in order.
 *
 * @param {string} html
 * @returns {{ tag: string, id: string, attributes: Record<string, string>, start: number, end: number }[]}
 */
export function taggedStates(html) {
  return [...html.matchAll(openingTag)].map(({ 0: whole, 1: tag, 2: text, index }) => {
    const pairs = [...text.matchAll(attribute)].map(([, name, ...values]) => [
      name,
      values.find((value) => value !== undefined) ?? '',
    ]);
    const attributes = Object.fromEntries(pairs);
    return { tag, id: attributes.id ?? '', attributes, start: index, end: index + whole.length };
  });
}

/**
 * A translated page with the states of the original.
 *
 * @param {string} translation
 * @param {string} original
 */
export function withStates(translation, original) {
  const states = new Map(taggedStates(original).map((each) => [keyOf(each), each.attributes]));
  let text = '';
  let done = 0;
  for (const element of taggedStates(translation)) {
    const given = Object.entries(states.get(keyOf(element)) ?? {}).filter(
      ([name]) => !ownAttributes.has(name) && !(name in element.attributes),
    );
    const added = given.map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`).join('');
    text += `${translation.slice(done, element.end - 1)}${added}>`;
    done = element.end;
  }
  return text + translation.slice(done);
}

/** A page has one lesson; its steps are known by their ids. */
function keyOf({ tag, id }) {
  return tag === 'conv-lesson' ? tag : `#${id}`;
}

/** The English page of a translated one, or null. @param {string} path */
export function originalOf(path) {
  const parts = path.split(sep);
  const lessons = parts.lastIndexOf('lessons');
  if (lessons < 0 || parts.length - lessons !== 4 || parts[lessons + 1] === 'en') return null;
  const original = parts.with(lessons + 1, 'en').join(sep);
  return existsSync(original) ? original : null;
}

/** @returns {import('vite').Plugin} */
export function lessonStates() {
  return {
    name: 'lesson-states',
    transformIndexHtml: {
      order: 'pre',
      handler(html, { filename }) {
        const original = originalOf(filename);
        return original ? withStates(html, readFileSync(original, 'utf8')) : html;
      },
    },
  };
}
