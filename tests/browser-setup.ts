/** Before each browser test: lit runs in development mode, with its checks, and need not say so once a file. */
declare global {
  var litIssuedWarnings: Set<string> | undefined;
}

globalThis.litIssuedWarnings ??= new Set();
globalThis.litIssuedWarnings.add('dev-mode');

export {};
