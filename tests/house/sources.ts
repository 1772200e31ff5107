/** Reading the repository for the house rules. All paths are relative to its root and use forward slashes. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export function readSource(path: string): SourceFile {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

/** Every file below the folders whose name ends as asked. */
export function sourcesIn(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => filesBelow(folder))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map(readSource);
}

function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/[\\/]node_modules(?:[\\/]|$)/.test(entry.parentPath))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** Paths that git tracks, and those that it would: not ignored. Without git, the folders that hold our own files. */
export function trackedPaths(): string[] {
  try {
    const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return listing.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
  } catch {
    return ['src', 'components', 'lessons', 'offline', 'tests', 'scripts', 'docs', 'public'].flatMap(
      filesBelow,
    );
  }
}

/** Files that hold text: the others have a zero byte near their beginning. */
export function textFiles(paths: readonly string[]): SourceFile[] {
  return paths.map(readSource).filter(({ text }) => !text.slice(0, 8000).includes('\0'));
}
