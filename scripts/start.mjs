/** `npm start`: builds the site and serves it. `npm start -- --host` also serves the local network. */
import process from 'node:process';
import { build, preview } from 'vite';

const host = process.argv.includes('--host');

await build({ logLevel: 'warn' });
const server = await preview({ logLevel: 'warn', preview: { host, port: 4173 } });

const { local = [], network = [] } = server.resolvedUrls ?? {};
console.log(`Convscope is at ${[...local, ...network].join(' and ')}`);
console.log('Stop it with Ctrl+C.');
