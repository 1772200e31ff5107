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

/** @type {Readonly<Record<string, string>>} by name */
export const headers = {
  'Content-Security-Policy': policy,
  // A frame that a course sandboxes has no origin of its own, and fetches our modules as a stranger.
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'camera=(self), clipboard-write=(self), fullscreen=(self), geolocation=(), microphone=()',
};

/** How a file of settings says it, by kind of host. */
export const settings = {
  nginx: () => lines(([name, value]) => `add_header ${name} "${value}" always;`),
  apache: () => lines(([name, value]) => `Header always set ${name} "${value}"`),
  /** Netlify and Cloudflare Pages read this from a file `_headers` at the root of the site. */
  headersFile: () => `/*\n${lines(([name, value]) => `  ${name}: ${value}`)}\n`,
  page: () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
};

function lines(write) {
  return Object.entries(headers).map(write).join('\n');
}

/**
 * A Vite plugin: `_headers` beside the built pages, and if asked the policy inside each of them.
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
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: settings.headersFile() });
    },
    transformIndexHtml: { order: 'post', handler: () => (inPages ? [tag] : []) },
  };
}
