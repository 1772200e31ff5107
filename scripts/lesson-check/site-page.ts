/** What a lesson of this site has beside what a lesson on any page has. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { lessonAttributes } from './state.js';
import type { Page, Problem } from './problem.js';
import { writtenSteps } from './written-steps.js';

const root = join(import.meta.dirname, '../..');
const [fewest, most] = [6, 14];

export function problemsOfSitePage({ path, html }: Page): Problem[] {
  const at = (text: string, place = ''): Problem => ({ page: path, place, text });
  const steps = writtenSteps(html);
  const folder = join(root, dirname(path));
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]*)"/g)].map(([, src]) => join(folder, src));
  const links = [...html.matchAll(/\bhref="(\.[^"#?]*)/g)].map(([, href]) => join(folder, href));
  return [
    ...(steps.length >= fewest && steps.length <= most
      ? []
      : [at(`it has ${steps.length} steps, not ${fewest} to ${most}`)]),
    ...steps
      .filter(({ id }) => !/^[a-z][a-z0-9-]*$/.test(id))
      .map(({ place }) => at('it needs an id of small letters, digits and hyphens', place)),
    ...steps
      .filter(({ text }) => !/<h2>[^<]{2,}<\/h2>/.test(text))
      .map(({ place }) => at('it has no <h2>', place)),
    // It would take the buttons and the figure out of the order of Tab.
    ...('tabindex' in lessonAttributes(html) ? [at('<conv-lesson> has a tabindex')] : []),
    ...(html.includes('<main>') ? [] : [at('it has no <main>')]),
    ...(/class="title"/.test(html)
      ? []
      : [at('it has no element of the class title, for what stands above')]),
    ...(links.includes(join(root, 'lessons/lesson.css')) ? [] : [at('it links no lesson.css')]),
    ...[...new Set([...scripts, ...links])]
      .filter((file) => !existsSync(file))
      .map((file) => at(`there is no ${relative(root, file)}, to which it links`)),
    ...undefinedTags(html, scripts).map((tag) =>
      at(`<${tag}> is used, but no <script> loads components/${tag}/define.ts`),
    ),
  ];
}

/** Tags of ours on a page that none of its scripts registers. */
function undefinedTags(html: string, scripts: readonly string[]): string[] {
  const loaded = new Set(scripts.filter((path) => existsSync(path)));
  for (const path of loaded) for (const imported of importsOf(path)) loaded.add(imported);
  const used = new Set([...html.matchAll(/<(conv-[a-z-]+)/g)].map(([, tag]) => tag));
  return [...used].filter((tag) => !loaded.has(join(root, 'components', tag, 'define.ts')));
}

/** Modules of elements that a file imports before it runs. */
function importsOf(path: string): string[] {
  const statements = readFileSync(path, 'utf8').matchAll(
    /^(?:import|export)\s(?!type\b)[^;]*?'(\.[^']*)\.js'/gm,
  );
  return [...statements]
    .map(([, specifier]) => join(dirname(path), `${specifier}.ts`))
    .filter((file) => existsSync(file) && relative(root, file).startsWith('components'));
}
