/** A Vite plugin: what every page of the site has in its head, so that no page has to repeat it. */

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
      handler: (html) =>
        withAlternates(html).replace('</title>', `</title>${everyPage}${isBuild ? builtPage : ''}`),
    },
  };
}

/** Vite takes a page's translation for a file to copy, and the link would lead to the copy. */
function withAlternates(html) {
  return html.replaceAll('<link rel="alternate"', '<link vite-ignore rel="alternate"');
}
