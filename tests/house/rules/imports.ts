/** What a file imports, types included, and the two rules about it: one direction, no circle. */
import { posix } from 'node:path';
import { parseSync } from 'vite';
import type { SourceFile } from '../sources.js';

/** What a folder may use. The longest folder that begins a path decides. */
export interface Fence {
  readonly folder: string;
  /** Folders of this repository; its own is always allowed. */
  readonly rooms: readonly string[];
  /** Packages by name. */
  readonly packages: readonly string[];
  /** Whether of other rooms only types may be used. */
  readonly typesOnly?: boolean;
}

export interface Import {
  readonly specifier: string;
  /** Whether nothing of it is left when the program runs. */
  readonly typesOnly: boolean;
}

/** Static, dynamic, re-exporting and type-position imports. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0].message}`);
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typesOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const exports = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, typesOnly: isType }] : [],
    );
  const dynamics = module.dynamicImports
    .map(({ moduleRequest }) => text.slice(moduleRequest.start, moduleRequest.end))
    .filter((expression) => /^['"`]/.test(expression))
    .map((expression) => ({ specifier: expression.slice(1, -1), typesOnly: false }));
  return [...statics, ...exports, ...dynamics, ...typeImports(program)];
}

/** `import('./x.js').Y` where a type stands. */
function typeImports(node: unknown): Import[] {
  if (Array.isArray(node)) return node.flatMap(typeImports);
  if (typeof node !== 'object' || node === null) return [];
  const { type, source } = node as { type?: string; source?: { value: string } };
  const own = type === 'TSImportType' && source ? [{ specifier: source.value, typesOnly: true }] : [];
  return [...own, ...Object.values(node).flatMap(typeImports)];
}

/** The path in the repository that a relative specifier names, '.js' read as '.ts'. */
export function resolveImport(from: string, specifier: string): string {
  const target = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  return target.replace(/\.js$/, '.ts');
}

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function fenceOf(path: string, fences: readonly Fence[]): Fence | undefined {
  return fences
    .filter(({ folder }) => isWithin(path, folder))
    .sort((one, other) => other.folder.length - one.folder.length)[0];
}

/** One sentence for each import that the table does not allow. */
export function forbiddenImports(files: readonly SourceFile[], fences: readonly Fence[]): string[] {
  return files.flatMap((file) => {
    const fence = fenceOf(file.path, fences);
    if (!fence) return [`${file.path} lies in no room of the table`];
    return importsOf(file)
      .filter((imported) => !isAllowed(file.path, imported, fence))
      .map(({ specifier }) => `${file.path} must not import ${specifier}`);
  });
}

function isAllowed(path: string, { specifier, typesOnly }: Import, fence: Fence): boolean {
  if (!specifier.startsWith('.')) return fence.packages.includes(packageOf(specifier));
  const target = resolveImport(path, specifier);
  if (isWithin(target, fence.folder)) return true;
  return fence.rooms.some((room) => isWithin(target, room)) && (typesOnly || !fence.typesOnly);
}

/** Each circle once, as 'a → b → a'. */
export function importCycles(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map(({ path }) => path));
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => resolveImport(file.path, specifier))
        .filter((path) => known.has(path)),
    ]),
  );
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return cycles;
}
