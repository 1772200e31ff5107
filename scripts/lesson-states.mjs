/**
 * States of lessons stand once: in a lesson's English page. Another language's page has the same steps and questions by id, with
 * prose alone, and the answers of a question in the same order; this puts the attributes in, while a page is served and when the
 * site is built.
 */
import { existsSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';

/** What takes attributes; a question's end tells which items are its answers. */
const tags = /<(conv-lesson|conv-step|conv-quiz|li|\/conv-quiz)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;
const attribute = /([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;
/** What a page says itself. */
const ownAttributes = new Set(['lang', 'class']);

/**
 * The lesson, its steps, its questions and their answers as a page's source has them, in order. An answer has the id of its
 * question and its place after it.
 *
 * @param {string} html
 * @returns {{ tag: string, id: string, attributes: Record<string, string>, start: number, end: number }[]}
 */
export function taggedStates(html) {
  const found = [];
  /** The question that is open. @type {{ id: string, answers: number } | null} */
  let quiz = null;
  for (const { 0: whole, 1: tag, 2: text, index } of html.matchAll(tags)) {
    if (tag === '/conv-quiz') quiz = null;
    if (tag === '/conv-quiz' || (tag === 'li' && !quiz)) continue;
    const attributes = attributesIn(text);
    const id = tag === 'li' ? `${quiz.id} ${(quiz.answers += 1)}` : (attributes.id ?? '');
    if (tag === 'conv-quiz') quiz = { id, answers: 0 };
    found.push({ tag, id, attributes, start: index, end: index + whole.length });
  }
  return found;
}

/** Attributes of a tag, from its text after the name. @param {string} text @returns {Record<string, string>} */
export function attributesIn(text) {
  const pairs = [...text.matchAll(attribute)].map(([, name, ...values]) => [
    name,
    values.find((value) => value !== undefined) ?? '',
  ]);
  return Object.fromEntries(pairs);
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

/** A page has one lesson; the others are known by their ids. */
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
