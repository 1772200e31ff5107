/**
 * `npm run check:lessons`, or `npm run check:lessons -- 11` for one lesson: can every step run, does it speak, do both languages
 * belong together, are all typed numbers the engine's, can every question be asked; then the table of the misconceptions, and what
 * is missing.
 */
import process from 'node:process';
import { runnerImport } from 'vite';
import { gapsOfLesson, gapsOfTable, lessonNames, lessonsOfCourse, owners } from './lesson-pages.mjs';
import { runTool, step } from './steps.mjs';

const wanted = process.argv[2] ?? '';
const names = lessonNames().filter((name) => name.startsWith(wanted));
if (names.length === 0) {
  console.error(`There is no lesson ${wanted} in lessons/en.`);
  process.exit(1);
}

const chosen = wanted === '' ? [] : ['--testNamePattern', `lesson ${wanted}`];
const pages = ['tests/components/conv-lesson-pages', 'tests/components/conv-quiz-pages'];
const ended = step('the pages', () => runTool('vitest', ['run', '--project', 'node', ...chosen, ...pages]));

const { module } = await runnerImport('./src/quiz/misconceptions.ts');
const table = owners(module.betrayedBy);
console.log('\nMisconception → lesson → step → question → wrong answer');
for (const { misconception, lesson, step: place, quiz, distractors } of table) {
  if (!names.includes(lesson)) continue;
  const betraying = distractors.join(' ') || 'NONE';
  console.log(`${misconception.padEnd(4)} ${lesson.padEnd(26)} #${place}  #${quiz}  ${betraying}`);
}

const { missing, wrong } = gapsOfTable(table);
const lessons = lessonNames().length;
const ofCourse =
  lessons < lessonsOfCourse ? [`${lessons} of ${lessonsOfCourse} lessons are there.`, ...missing] : missing;
const gaps = [...names.flatMap(gapsOfLesson), ...wrong, ...(wanted === '' ? ofCourse : [])];
for (const gap of gaps) console.log(`MISSING: ${gap}`);
console.log(ended && gaps.length === 0 ? '\nAll is well.' : '\nNot yet complete.');
process.exitCode = ended && gaps.length === 0 ? 0 : 1;
