/** What is wrong with a lesson, one sentence for each problem. */
import { readFileSync } from 'node:fs';
import { loadLanguage } from '../../src/words/say.js';
import { hasLessonPage, lessonPage } from '../lesson-pages.mjs';
import { withStates } from '../lesson-states.mjs';
import { problemsOfTranslation } from './languages.js';
import { inSentences, type Page, type Problem } from './problem.js';
import { problemsOfQuestions } from './questions.js';
import { problemsOfRun } from './run.js';
import { problemsOfSitePage } from './site-page.js';

export { betrayedBy } from '../../src/quiz/misconceptions.js';

/** Of a lesson of this site; what is not there is not spoken of. */
export async function problemsOfLesson(name: string): Promise<string[]> {
  const [english, chinese] = ['en', 'zh'].map((language) =>
    hasLessonPage(language, name)
      ? { path: `lessons/${language}/${name}/index.html`, html: lessonPage(language, name) }
      : undefined,
  );
  return english ? problemsOfPages(english, chinese) : [];
}

/** Of the two pages of a lesson of this site. */
export async function problemsOfPages(...pages: [english: Page, chinese?: Page]): Promise<string[]> {
  await loadLanguage('zh');
  const [english, chinese] = pages.map((page) => page && withoutComments(page)) as typeof pages;
  const ofChinese = (page: Page): Problem[] => [
    ...problemsOfSitePage(page),
    ...problemsOfTranslation(english, page),
    ...problemsOfQuestions({ ...page, html: withStates(page.html, english.html) }),
  ];
  return inSentences([
    ...problemsOfSitePage(english),
    ...problemsOfQuestions(english),
    ...(await problemsOfRun(english, chinese)),
    ...(chinese ? ofChinese(chinese) : []),
  ]);
}

/** Of an author's own page, wherever it is. */
export async function problemsOfFile(path: string): Promise<string[]> {
  await loadLanguage('zh');
  const page = withoutComments({ path, html: readFileSync(path, 'utf8') });
  const isLoading = /<script\b[^>]*\btype="module"/.test(page.html);
  return inSentences([
    ...(isLoading ? [] : [{ page: path, place: '', text: 'no <script type="module"> loads the elements' }]),
    ...problemsOfQuestions(page),
    ...(await problemsOfRun(page)),
  ]);
}

function withoutComments({ path, html }: Page): Page {
  return { path, html: html.replaceAll(/<!--[\s\S]*?-->/g, '') };
}
