/** The lessons as their pages have them, and what a complete course of them needs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { taggedStates } from './lesson-states.mjs';

const folder = join(import.meta.dirname, '../lessons');

/** Every misconception has its lesson once the course is complete. */
export const lessonsOfCourse = 15;
const misconceptions = Array.from({ length: 24 }, (_, index) => `M${index + 1}`);
const fewestQuestions = 3;

const languages = ['en', 'zh'];

/** Folders of the lessons, in order, whichever language they are in. @returns {string[]} */
export function lessonNames() {
  const entries = languages.flatMap((language) =>
    readdirSync(join(folder, language), { withFileTypes: true }).filter((entry) => entry.isDirectory()),
  );
  return [...new Set(entries.map(({ name }) => name))].sort();
}

/** @param {string} language @param {string} name */
export function hasLessonPage(language, name) {
  return existsSync(join(folder, language, name, 'index.html'));
}

/** @param {string} language @param {string} name @returns {string} */
export function lessonPage(language, name) {
  return readFileSync(join(folder, language, name, 'index.html'), 'utf8');
}

/**
 * The questions of a page with their own text, in order, each with the step that it stands in.
 *
 * @param {string} html
 * @returns {{
 *   id: string, step: string, attributes: Record<string, string>, question: string, reveal: string, hint: string,
 *   answers: { attributes: Record<string, string>, text: string }[],
 * }[]}
 */
export function quizzesOf(html) {
  const tagged = taggedStates(html);
  return tagged
    .filter(({ tag }) => tag === 'conv-quiz')
    .map(({ id, attributes, end }) => {
      const close = html.indexOf('</conv-quiz>', end);
      const inner = html.slice(end, close);
      const items = tagged.filter(({ tag, start }) => tag === 'li' && start > end && start < close);
      return {
        id,
        attributes,
        step: tagged.findLast(({ tag, start }) => tag === 'conv-step' && start < end)?.id ?? '',
        question: plain(inner.replaceAll(/<(\w+)\b[^>]*\bslot="[^"]*"[^>]*>[\s\S]*?<\/\1>/g, '')),
        reveal: slotText(inner, 'reveal'),
        hint: slotText(inner, 'hint'),
        answers: items.map((item) => ({
          attributes: item.attributes,
          text: plain(html.slice(item.end, html.indexOf('</li>', item.end))),
        })),
      };
    });
}

/** Words of an attribute that holds several. @param {string | undefined} text */
export function words(text) {
  return (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
}

/** Text of what stands in a slot; '' where nothing does. @param {string} html @param {string} slot */
function slotText(html, slot) {
  return plain(new RegExp(`<(\\w+)\\b[^>]*\\bslot="${slot}"[^>]*>([\\s\\S]*?)</\\1>`).exec(html)?.[2] ?? '');
}

/** @param {string} html */
function plain(html) {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * Who refutes what: misconception, lesson, step, question, and the wrong answers that betray it.
 *
 * @param {(name: string) => readonly string[]} betrayedBy misconceptions of a wrong idea
 * @returns {{ misconception: string, lesson: string, step: string, quiz: string, distractors: string[] }[]}
 */
export function owners(betrayedBy) {
  const lessons = lessonNames().filter((lesson) => hasLessonPage('en', lesson));
  const rows = lessons.flatMap((lesson) =>
    quizzesOf(lessonPage('en', lesson)).flatMap(({ id, step, attributes, answers }) =>
      words(attributes.owns).map((misconception) => {
        const named = [
          ...words(attributes.distractors),
          ...answers.flatMap((answer) => words(answer.attributes.betrays)),
        ];
        const distractors = [...new Set(named)].filter((name) => betrayedBy(name).includes(misconception));
        return { misconception, lesson, step, quiz: id, distractors };
      }),
    ),
  );
  const order = ({ misconception }) => Number(misconception.slice(1));
  return rows.sort((one, other) => order(one) - order(other));
}

/** Ids of the steps of a page that tell the presenter nothing. @param {string} html @returns {string[]} */
export function stepsWithoutNotes(html) {
  const tagged = taggedStates(html).filter(({ tag }) => tag === 'conv-step');
  return tagged
    .filter(({ end }) => slotText(html.slice(end, html.indexOf('</conv-step>', end)), 'notes') === '')
    .map(({ id }) => id);
}

/** What a lesson still lacks, in sentences. @param {string} lesson @returns {string[]} */
export function gapsOfLesson(lesson) {
  const list = readFileSync(join(folder, 'index.html'), 'utf8');
  const pages = languages.map((language) =>
    hasLessonPage(language, lesson)
      ? gapsOfPage(language, lesson, lessonPage(language, lesson), list)
      : [`lesson ${lesson} has no page in ${language} (lessons/${language}/${lesson}/index.html).`],
  );
  return pages.flat();
}

/**
 * What the page of a lesson lacks in one of its languages.
 *
 * @param {string} language
 * @param {string} lesson
 * @param {string} html its page
 * @param {string} list the page that lists all lessons
 */
export function gapsOfPage(language, lesson, html, list) {
  const count = quizzesOf(html).length;
  const hasGuide = existsSync(join(folder, language, lesson, 'guide.html'));
  const lacksQuestions = language === 'en' && count < fewestQuestions;
  return [
    ...(lacksQuestions ? [`${lesson} has ${count} questions, fewer than ${fewestQuestions}.`] : []),
    ...(hasGuide ? [] : [`${lesson} has no guide.html in ${language}.`]),
    ...(list.includes(`"./${language}/${lesson}/index.html"`)
      ? []
      : [`lessons/index.html has no line for ${lesson} in ${language}.`]),
    ...stepsWithoutNotes(html).map((id) => `${lesson} has no presenter's notes in ${language} for #${id}.`),
  ];
}

/**
 * Misconceptions that nobody owns, and those that several do.
 *
 * @param {{ misconception: string, quiz: string, distractors: string[] }[]} table
 */
export function gapsOfTable(table) {
  const count = (name) => table.filter(({ misconception }) => misconception === name).length;
  const unknown = table.filter(({ misconception }) => !misconceptions.includes(misconception));
  return {
    missing: misconceptions.filter((name) => count(name) === 0).map((name) => `Nobody owns ${name}.`),
    wrong: [
      ...misconceptions.filter((name) => count(name) > 1).map((name) => `${name} is owned more than once.`),
      ...unknown.map(({ misconception, quiz }) => `There is no ${misconception}, which #${quiz} owns.`),
      ...table
        .filter(({ distractors }) => distractors.length === 0)
        .map(({ misconception, quiz }) => `No wrong answer of #${quiz} betrays ${misconception}.`),
    ],
  };
}
