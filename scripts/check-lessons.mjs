/**
 * `npm run check:lessons`, or `npm run check:lessons -- 11` for one lesson, or `-- path/to/page.html` for a page of one's own: can
 * every step run, does it speak, do both languages belong together, are the numbers in `<conv-value>` the engine's, can every
 * question be asked; of lessons then the table of the misconceptions, and what is missing. One line for each problem.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createServer } from 'vite';
import { gapsOfLesson, gapsOfTable, lessonNames, lessonsOfCourse, owners } from './lesson-pages.mjs';

const root = join(import.meta.dirname, '..');

/** The modules that find problems are TypeScript, and fetch others while they run. */
async function problemsBy(find) {
  const server = await createServer({
    configFile: false,
    root,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await find(await server.ssrLoadModule('/scripts/lesson-check/check.ts'));
  } finally {
    await server.close();
  }
}

async function checkPage(path) {
  const problems = await problemsBy(({ problemsOfFile }) => problemsOfFile(path));
  for (const problem of problems) console.log(problem);
  return problems.length === 0;
}

async function checkLessons(names, isCourse) {
  const [problems, betrayedBy] = await problemsBy(async ({ problemsOfLesson, betrayedBy: by }) => {
    const found = [];
    for (const name of names) found.push(...(await problemsOfLesson(name)));
    return [found, by];
  });
  const table = owners(betrayedBy);
  const rows = table.filter(({ lesson }) => names.includes(lesson));
  if (rows.length > 0) console.log('Misconception → lesson → step → question → wrong answer');
  for (const { misconception, lesson, step, quiz, distractors } of rows) {
    const betraying = distractors.join(' ') || 'NONE';
    console.log(`${misconception.padEnd(4)} ${lesson.padEnd(26)} #${step}  #${quiz}  ${betraying}`);
  }
  const { missing, wrong } = gapsOfTable(table);
  const lessons = lessonNames().length;
  const ofCourse =
    lessons < lessonsOfCourse ? [`${lessons} of ${lessonsOfCourse} lessons are there.`, ...missing] : missing;
  const gaps = [...names.flatMap(gapsOfLesson), ...wrong, ...(isCourse ? ofCourse : [])];
  for (const problem of problems) console.log(problem);
  for (const gap of gaps) console.log(`MISSING: ${gap}`);
  return problems.length + gaps.length === 0;
}

const wanted = (process.argv[2] ?? '').replaceAll('\\', '/');
const folder = /(?:^|\/)lessons\/(?:en|zh)\/([^/]+)/.exec(wanted)?.[1];
const names = lessonNames().filter((name) => name.startsWith(folder ?? wanted));
if (names.length === 0 && !existsSync(wanted)) {
  console.error(`There is no lesson ${wanted} in lessons/en or lessons/zh, and no file of that name.`);
  process.exit(1);
}
const isWell = names.length > 0 ? await checkLessons(names, wanted === '') : await checkPage(wanted);
console.log(isWell ? 'All is well.' : 'Not yet complete.');
process.exitCode = isWell ? 0 : 1;
