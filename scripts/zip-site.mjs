/** `npm run zip`: the built site as release/convscope-site.zip, to be carried where there is no network, with a note on how to start it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptFiles } from './offline.mjs';
import { zip } from './zip.mjs';

const root = join(import.meta.dirname, '..');
const site = join(root, 'site');

const note = `Convscope, for a place without a network

embed.html opens with a double click: one figure, alone.
The whole site needs a web server on the same machine, because browsers load no modules from files. In this folder, either of

  python3 -m http.server 8000
  npx serve -l 8000

and then open http://localhost:8000 in a browser. Nothing is fetched from elsewhere.

在没有网络的地方使用 Convscope

embed.html 可以直接双击打开，显示一幅图示。
完整的网站需要在本机启动一个网页服务器（浏览器不允许从文件载入模块）：在本文件夹中运行上面两条命令之一，
再用浏览器打开 http://localhost:8000 。运行时不会向外部请求任何内容。
`;

const names = [
  ...keptFiles(site),
  '404.html',
  'embed.html',
  'preview.png',
  'service-worker.js',
  '_headers',
].sort();
const files = names.map((name) => [`convscope/${name}`, readFileSync(join(site, name))]);
mkdirSync(join(root, 'release'), { recursive: true });
const archive = zip({ 'convscope/READ-ME.txt': note, ...Object.fromEntries(files) });
writeFileSync(join(root, 'release/convscope-site.zip'), archive);
console.log(`release/convscope-site.zip: ${names.length} files, ${(archive.length / 1e6).toFixed(1)} MB`);
