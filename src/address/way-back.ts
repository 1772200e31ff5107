/** From the explorer back to the step of a lesson that led there: a name in the query that says nothing of what is shown. */

/** In the query of the explorer: `lesson=en/01-one-window/weigh`. */
export const wayBackName = 'lesson';

/** Language, lesson and step: nothing that could lead elsewhere. */
const form = /^(en|zh)\/([\w-]+)(?:\/([\w-]+))?$/;

/** What stands in the query for a lesson's own address; null for an address that is no lesson's of the site. */
export function wayBackTo(lesson: URL): string | null {
  const [, folder] = /\/lessons\/((?:en|zh)\/[\w-]+)\/(?:index\.html)?$/.exec(lesson.pathname) ?? [];
  if (folder === undefined) return null;
  const place = `${folder}/${lesson.hash.slice(1)}`.replace(/\/$/, '');
  return form.test(place) ? place : folder;
}

/** Address of the lesson that the query names, seen from the folder of the lessons; null where it names none. */
export function wayBackIn(query: string): string | null {
  const [, language, name, step] = form.exec(new URLSearchParams(query).get(wayBackName) ?? '') ?? [];
  if (language === undefined) return null;
  return `${language}/${name}/index.html${step === undefined ? '' : `#${step}`}`;
}
