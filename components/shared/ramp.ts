import { html, svg, type TemplateResult } from 'lit';

/** The colours of a scale as a strip, from low to high; its numbers stand beside it. */
export function renderRamp(colours: readonly string[]): TemplateResult {
  return html`<svg
    class="ramp"
    viewBox="0 0 ${colours.length} 1"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    ${colours.map((fill, i) => svg`<rect x=${i} width="1.02" height="1" fill=${fill}></rect>`)}
  </svg>`;
}
