import { css } from 'lit';
import type { ViewTheme } from '../../src/views/theme.js';

/** 'paper' for print and daylight, 'board' for a dark room, 'auto' follows the system. */
export type ThemeName = 'auto' | 'paper' | 'board';

/**
 * The colours of an element that holds a lab; what is inside inherits them. A page overrides any of them by the
 * custom property without underscore, e.g. `--conv-ink`. Only a holder has `data-scheme`, so that a view inside keeps
 * what it inherits.
 */
export const themeStyles = css`
  :host([data-scheme]) {
    --_background: var(--conv-background, #fcfbf8);
    --_surface: var(--conv-surface, #f3f1eb);
    --_ink: var(--conv-ink, #1d2126);
    --_muted: var(--conv-muted, #565d66);
    --_line: var(--conv-line, #d9d5cb);
    --_control-line: var(--conv-control-line, #84878c);
    --_accent: var(--conv-accent, #0b5f92);
    --_on-accent: var(--conv-on-accent, #ffffff);
    --_input: var(--conv-input-color, #0072b2);
    --_kernel: var(--conv-kernel-color, #b54c00);
    --_output: var(--conv-output-color, #007a58);
    --_bias: var(--conv-bias-color, #a5527f);
    --_warning: var(--conv-warning, #8a3b00);
    --_font: var(
      --conv-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      'Noto Sans',
      'Noto Sans CJK SC',
      sans-serif
    );
    --_number-font: var(
      --conv-number-font,
      ui-monospace,
      'SF Mono',
      'Cascadia Mono',
      'DejaVu Sans Mono',
      monospace
    );
    --_scheme: paper;
    color-scheme: light;
  }
  :host([data-scheme='board']) {
    --_background: var(--conv-background, #14181d);
    --_surface: var(--conv-surface, #1d232a);
    --_ink: var(--conv-ink, #eceae4);
    --_muted: var(--conv-muted, #a9b0ba);
    --_line: var(--conv-line, #343c46);
    --_control-line: var(--conv-control-line, #7b8592);
    --_accent: var(--conv-accent, #7cc4f0);
    --_on-accent: var(--conv-on-accent, #0d1216);
    --_input: var(--conv-input-color, #56b4e9);
    --_kernel: var(--conv-kernel-color, #f0a24a);
    --_output: var(--conv-output-color, #35c79b);
    --_bias: var(--conv-bias-color, #e39ac7);
    --_warning: var(--conv-warning, #ffb87a);
    --_scheme: board;
    color-scheme: dark;
  }
`;

const dark = '(prefers-color-scheme: dark)';
const forced = '(forced-colors: active)';
const reduced = '(prefers-reduced-motion: reduce)';
const contrast = '(prefers-contrast: more)';

function matches(query: string): boolean {
  return typeof matchMedia === 'function' && matchMedia(query).matches;
}

/** Does the reader ask for less motion? */
export function prefersReducedMotion(): boolean {
  return matches(reduced);
}

/** The scheme that a theme name means on this system now. */
export function schemeOf(theme: ThemeName): 'paper' | 'board' {
  if (theme === 'paper' || theme === 'board') return theme;
  return matches(dark) ? 'board' : 'paper';
}

/** Calls back when the system's theme, contrast or motion wish changes. Returns the unsubscriber. */
export function watchSystem(changed: () => void): () => void {
  if (typeof matchMedia !== 'function') return () => undefined;
  const queries = [dark, forced, reduced, contrast].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}

/**
 * The colours that canvases draw with, read from the element's custom properties. The property color-scheme would not do: in forced
 * colours it is "light dark", whatever is set.
 */
export function readTheme(element: Element): ViewTheme {
  const styles = getComputedStyle(element);
  const colour = (name: string, fallback: string): string =>
    styles.getPropertyValue(`--_${name}`).trim() || fallback;
  return {
    dark: colour('scheme', 'paper') === 'board',
    background: colour('background', '#fcfbf8'),
    ink: colour('ink', '#1d2126'),
    muted: colour('muted', '#565d66'),
    line: colour('line', '#d9d5cb'),
    input: colour('input', '#0072b2'),
    kernel: colour('kernel', '#b54c00'),
    output: colour('output', '#007a58'),
    bias: colour('bias', '#a5527f'),
    accent: colour('accent', '#0b5f92'),
    highContrast: matches(forced) || matches(contrast),
  };
}
