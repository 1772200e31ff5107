/** Before each browser test file. */
import { beforeAll } from 'vitest';
import { commands } from 'vitest/browser';

declare global {
  var litIssuedWarnings: Set<string> | undefined;
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    parkMouse: () => Promise<void>;
  }
}

// Lit runs in development mode, with its checks, and need not say so once a file.
globalThis.litIssuedWarnings ??= new Set();
globalThis.litIssuedWarnings.add('dev-mode');

// All files share one mouse: left where a test clicked, it would point at cells of the next one.
beforeAll(() => commands.parkMouse());
