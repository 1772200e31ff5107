/** Rules about what the text of a file may hold. Each returns one sentence per breach, with the line counted from 1. */
import { posix } from 'node:path';
import { parseSync } from 'vite';
import type { SourceFile } from '../sources.js';

export const maximumLines = 400;

export function tooLong(files: readonly SourceFile[]): string[] {
  return files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > maximumLines)
    .map(({ path, lines }) => `${path} has ${lines} lines, ${maximumLines} are allowed`);
}

/** Where the matches of a pattern stand. */
function matches({ path, text }: SourceFile, pattern: RegExp): { found: string; place: string }[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(pattern)].map((match) => ({ found: match[0], place: `${path}:${index + 1}` })),
    );
}

/** Tests that run alone, or not at all. */
export function focusedTests(files: readonly SourceFile[]): string[] {
  return files
    .flatMap((file) => matches(file, /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:only|skip|todo|fixme)\b/g))
    .map(({ found, place }) => `${place} has ${found}`);
}

/** Folders of somebody's machine. System programs (in /usr, /Applications, Program Files) are found, not ours, and may be named. */
const privateFolder = /(?<![\w.:/-])\/(?:home|root|Users|work|workspace|mnt|tmp)\/[\w.-]+/g;

/** A path that climbs, up to and with the first name after the climb. */
const climbingPath = /(?<![\w./])(?:\.\/)?(?:\.\.\/)+[\w.-]+/g;

/**
 * Names of folders outside the repository: private ones, and climbing paths that end at nothing in it.
 *
 * @param tracked all paths of the repository
 */
export function outsideFolders(files: readonly SourceFile[], tracked: readonly string[]): string[] {
  const present = new Set(tracked.flatMap((path) => [path, ...foldersOf(path)]));
  return files.flatMap((file) => {
    const folders = matches(file, privateFolder);
    const climbs = matches(file, climbingPath).filter(({ found }) => !leadsInside(file.path, found, present));
    return [...folders, ...climbs].map(({ found, place }) => `${place} names ${found}`);
  });
}

function foldersOf(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

/** Built folders are not tracked, but they are ours. */
const builtFolders = ['dist', 'site', 'site-test', 'test-results', 'node_modules'];

function leadsInside(path: string, climb: string, present: ReadonlySet<string>): boolean {
  const target = posix.join(posix.dirname(path), climb);
  const asSource = target.replace(/\.js$/, '.ts');
  return target === '.' || present.has(target) || present.has(asSource) || builtFolders.includes(target);
}

/** Line comments that are statements: prose hardly ever parses. */
export function commentedOutCode(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    lineCommentsOf(text)
      .filter(({ comment }) => isStatement(comment))
      .map(({ line }) => `${path}:${line} is code in a comment`),
  );
}

/** Runs of whole-line comments. */
function lineCommentsOf(text: string): { line: number; comment: string }[] {
  const runs: { line: number; comment: string }[] = [];
  let previousLine = -1;
  text.split('\n').forEach((content, index) => {
    const comment = /^\s*\/\/(?!\/)\s?(.*)$/.exec(content)?.[1];
    if (comment === undefined) return;
    if (previousLine === index - 1 && runs.length > 0) runs[runs.length - 1].comment += `\n${comment}`;
    else runs.push({ line: index + 1, comment });
    previousLine = index;
  });
  return runs;
}

function isStatement(comment: string): boolean {
  if (!/[;{}]\s*$/.test(comment)) return false;
  const { errors, program } = parseSync('comment.ts', `async function* _() {${comment}\n}`);
  return errors.length === 0 && program.body.length > 0;
}

/** A decorator that the build left in: the browser would stop at it with a misleading syntax error. */
export function rawDecorators(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const { errors, program } = parseSync(path, text, { sourceType: 'module' });
    if (errors.length > 0) return [`${path} does not parse: ${errors[0].message}`];
    return hasDecorator(program) ? [`${path} holds a raw decorator`] : [];
  });
}

function hasDecorator(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasDecorator);
  if (typeof node !== 'object' || node === null) return false;
  if ((node as { type?: string }).type === 'Decorator') return true;
  return Object.values(node).some(hasDecorator);
}
