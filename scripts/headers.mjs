/**
 * What a server says with every file of the site, in one list: `npm start`, the end-to-end tests, the built `_headers` and
 * docs/hosting.md all follow it.
 */

/** Nothing from elsewhere, nothing inline, no text that becomes a script. */
const contentSecurityPolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  // Pictures, films and sounds that the reader made or chose.
  'img-src': "'self' blob:",
  'media-src': 'blob:',
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'frame-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  // Lit's, which a second bundle on the page makes again; and that of offline/register.ts.
  'trusted-types': "lit-html convscope 'allow-duplicates'",
};

/** The policy as it stands in a header, or in the page itself on a host where headers cannot be set. */
export const policy = Object.entries(contentSecurityPolicy)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

/** By name. @type {Readonly<Record<string, string>>} */
export const headers = {
  'Content-Security-Policy': policy,
  // A frame that a course sandboxes has no origin of its own, and fetches our modules as a stranger.
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'camera=(self), clipboard-write=(self), fullscreen=(self), geolocation=(), microphone=()',
};

const policyName = 'Content-Security-Policy';

/** The page for frames is one file and brings its own, stricter policy, which this one would overrule. */
const { [policyName]: _, ...headersOfEmbed } = headers;

/** @param {string} path of a request, without its query */
export const headersFor = (path) => (/(^|\/)embed\.html$/.test(path) ? headersOfEmbed : headers);

/** Folders and files of pages, from the root of the site. */
const pagePaths = ['/', '/index.html', '/404.html', '/lessons/*', '/api/*'];

/** How a file of settings says it, by kind of host. */
export const settings = {
  nginx: () => {
    const add = ([name, value]) => `add_header ${name} "${value}" always;`;
    const inside = lines(headersOfEmbed, (header) => `  ${add(header)}`);
    return `${lines(headers, add)}\nlocation ~ /embed\\.html$ {\n${inside}\n}`;
  },
  apache: () => {
    const set = lines(headers, ([name, value]) => `Header always set ${name} "${value}"`);
    return `${set}\n<Files "embed.html">\n  Header always unset ${policyName}\n</Files>`;
  },
  /** Netlify and Cloudflare Pages read this from a file `_headers` at the root of the site; they add up what fits a path. */
  headersFile: () => {
    const ofAll = `/*\n${lines(headersOfEmbed, ([name, value]) => `  ${name}: ${value}`)}\n`;
    return ofAll + pagePaths.map((path) => `${path}\n  ${policyName}: ${policy}\n`).join('');
  },
  page: () => `<meta http-equiv="${policyName}" content="${policy}">`,
};

function lines(all, write) {
  return Object.entries(all).map(write).join('\n');
}

/**
 * A Vite plugin: `_headers` beside the built pages, the same when they are served here, and if asked the policy inside each page.
 *
 * @param {{ inPages: boolean }} options
 * @returns {import('vite').Plugin}
 */
export function headersOfSite({ inPages }) {
  const tag = {
    tag: 'meta',
    attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
    // A policy holds for what comes after it.
    injectTo: 'head-prepend',
  };
  return {
    name: 'headers-of-site',
    configurePreviewServer({ middlewares }) {
      middlewares.use(({ url }, response, next) => {
        const given = headersFor(new URL(url, 'http://localhost').pathname);
        for (const [name, value] of Object.entries(given)) response.setHeader(name, value);
        next();
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: settings.headersFile() });
    },
    transformIndexHtml: { order: 'post', handler: () => (inPages ? [tag] : []) },
  };
}
