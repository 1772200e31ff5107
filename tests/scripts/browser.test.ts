import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browser.mjs';

const scripts = join(import.meta.dirname, '../../scripts');

function inNode(source: string, environment: Record<string, string>): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', source], {
    cwd: scripts,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  }).trim();
}

describe('the browser', () => {
  it('is the one that CHROMIUM_PATH names, whether it exists or not', () => {
    const found = inNode(`import { findBrowser } from './browser.mjs'; console.log(findBrowser());`, {
      CHROMIUM_PATH: 'a program of that name',
    });
    expect(found).toBe('a program of that name');
  });

  it('is refused in one sentence when it does not start', () => {
    const source = `
      import { ensureBrowser } from './browser.mjs';
      await ensureBrowser().catch((error) => console.log(error.message));`;
    const message = inNode(source, { CHROMIUM_PATH: process.execPath });
    expect(message).toBe(
      `The browser ${process.execPath} does not start: set CHROMIUM_PATH to one that does.`,
    );
  });

  it('is found without a name where these tests run', () => {
    expect(findBrowser()).toEqual(expect.any(String));
  });
});
