/**
 * Where the end-to-end tests find what they open. TEST_PORT moves all, for two runs on one machine. The usual ports lie below
 * those that systems lend to outgoing connections (from 32768 on Linux), which may hold any of them for a while.
 */
const port = Number(process.env.TEST_PORT ?? 21730);

/** The built site, as it is published. */
export const site = { mode: 'production', port, url: `http://127.0.0.1:${port}/` };

/** The pages of tests/e2e/pages. */
export const testPages = { mode: 'pages', port: port + 1, url: `http://127.0.0.1:${port + 1}/` };

/** A copy of the built site whose server a test starts and stops. */
export const ownSite = { port: port + 2, url: `http://127.0.0.1:${port + 2}/` };
