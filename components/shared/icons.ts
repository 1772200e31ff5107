import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Our own 24-unit drawings; decorative, the button carries the words. */
const paths = {
  play: svg`<path d="M7 4.5v15l13-7.5z"/>`,
  pause: svg`<path d="M6.5 5h4v14h-4zM13.5 5h4v14h-4z"/>`,
  replay: svg`<path d="M12 5a7 7 0 1 1-6.7 5h2.2A5 5 0 1 0 12 7v3.5L6.5 6 12 1.500z"/>`,
  previous: svg`<path d="M6 5h2.500v14H6zM19 5v14L9 12z"/>`,
  undo: svg`<path d="M9 4 3.500 9.500 9 15v-3.600c4.500 0 8 1 9.500 6.100C19 12 15.500 7.700 9 7.600z"/>`,
  redo: svg`<path d="m15 4 5.500 5.500L15 15v-3.600c-4.500 0-8 1-9.500 6.100C5 12 8.500 7.700 15 7.600z"/>`,
  next: svg`<path d="M15.500 5H18v14h-2.500zM5 5v14l10-7z"/>`,
  loop: svg`<path d="M17 3l4 4-4 4V8.200H8A3.800 3.800 0 0 0 4.200 12H2a6 6 0 0 1 6-6h9zM7 21l-4-4 4-4v2.800h9a3.800 3.800 0 0 0 3.800-3.800H22a6 6 0 0 1-6 6H7z"/>`,
  fullscreen: svg`<path d="M4 4h6v2H6v4H4zM14 4h6v6h-2V6h-4zM4 14h2v4h4v2H4zM18 14h2v6h-6v-2h4z"/>`,
  open: svg`<path d="M13 4h7v7h-2V7.400l-7.300 7.300-1.400-1.400L16.600 6H13zM4 6h6v2H6v10h10v-4h2v6H4z"/>`,
  reset: svg`<path d="M12 4 3 11h2.500v8h5v-5h3v5h5v-8H21z"/>`,
  pointer: svg`<path d="M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 3a6 6 0 1 0 0 12 6 6 0 0 0 0-12zm0 3.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5z"/>`,
  blank: svg`<path d="M3 5h18v14H3z"/>`,
  window: svg`<path d="M3 5h13v10H3zm2 2v6h9V7zM9 17h10V9h2v10H9z"/>`,
  close: svg`<path d="m6.400 5 5.600 5.600L17.600 5 19 6.400 13.400 12l5.600 5.600-1.400 1.400-5.600-5.600L6.400 19 5 17.600 10.600 12 5 6.400z"/>`,
  slides: svg`<path d="M3 4h18v11h-7.500l3 5h-2.300L12 16.500 9.800 20H7.500l3-5H3zm2 2v7h14V6z"/>`,
  print: svg`<path d="M7 3h10v4H7zM4 8.500h16V17h-3v-3H7v3H4zM8.500 15.500h7V21h-7z"/>`,
  turnLeft: svg`<path d="M9 4 4 9l5 5v-3.600c5 0 8 1.500 9 6.600 1-7-2.500-10-9-10z"/>`,
  turnRight: svg`<path d="m15 4 5 5-5 5v-3.600c-5 0-8 1.500-9 6.600-1-7 2.500-10 9-10z"/>`,
} as const satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof paths;

/** An icon in the colour of the text around it. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${paths[name]}
  </svg>`;
}
