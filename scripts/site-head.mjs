/** A Vite plugin: what every page of the site has in its head, so that no page has to repeat it. */
import { basename } from 'node:path';
import process from 'node:process';

/** The backgrounds of components/shared/theme.ts; a test compares them. */
export const themeColours = { paper: '#fcfbf8', board: '#14181d' };

const everyPage = `
    <link rel="manifest" href="/manifest.json" />
    <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
    <meta name="theme-color" content="${themeColours.paper}" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="${themeColours.board}" media="(prefers-color-scheme: dark)" />`;

/** Only where there is something to keep: a page that is being edited must not come from a copy. */
const builtPage = `
    <script type="module" src="/offline/register.ts"></script>`;

/**
 * Where the site will be, with a slash at its end: `SITE_ADDRESS=https://example.org/convscope/ npm run build`. Messengers want whole
 * addresses, and the page for what is not found stands under any; all other pages do without.
 */
const siteAddress = process.env.SITE_ADDRESS ?? '';

/** @returns {import('vite').Plugin} */
export function siteHead() {
  let isBuild = false;
  return {
    name: 'site-head',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { filename }) => {
        if (basename(filename) === '404.html') return fromAnywhere(html, siteAddress);
        const head = `${everyPage}${isBuild ? builtPage : ''}${siteAddress ? previewOf(html, siteAddress) : ''}`;
        return withAlternates(html).replace('</title>', `</title>${head}`);
      },
    },
  };
}

/** Vite takes a page's translation for a file to copy, and the link would lead to the copy. */
function withAlternates(html) {
  return html.replaceAll('<link rel="alternate"', '<link vite-ignore rel="alternate"');
}

/** A host answers with this page at any depth, so what is relative leads nowhere. @param {string} html @param {string} site */
export const fromAnywhere = (html, site) => (site ? html.replaceAll('href="./', `href="${site}`) : html);

/** What a messenger or a course shows of a link: the page's own title and description, and one picture. @param {string} html @param {string} site */
export function previewOf(html, site) {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  const description = /<meta\s+name="description"\s+content="([^"]*)"/.exec(html)?.[1] ?? '';
  const properties = {
    'og:type': 'website',
    'og:site_name': 'Convscope',
    'og:title': title,
    'og:description': description,
    'og:image': `${site}preview.png`,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': 'A convolution in the middle of one output cell: window, filter, products and their sum.',
  };
  const tags = Object.entries(properties).map(
    ([name, content]) => `\n    <meta property="${name}" content="${content}" />`,
  );
  return `${tags.join('')}\n    <meta name="twitter:card" content="summary_large_image" />`;
}
