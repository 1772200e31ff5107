import { acquireGpu, releaseGpu } from '../gpu/context.js';

/** What the page's renderer calls itself, '' where it does not tell: a label, on which nothing may hang. */
export function rendererName(): string {
  const holder = {};
  const access = acquireGpu(holder);
  try {
    if (!access || access.lost) return '';
    const { gl } = access;
    const names = gl.getExtension('WEBGL_debug_renderer_info');
    return String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER) ?? '');
  } finally {
    releaseGpu(holder);
  }
}
