import type { ConvStep } from '../conv-step/conv-step.js';
import type { Layout } from './layout.js';

/** Numbers the steps, names their links, and tells which of them the figure shows and whether they are slides. */
export function markSteps(
  steps: readonly ConvStep[],
  current: ConvStep | null,
  layout: Layout,
  linkLabelOf: (index: number) => string,
): void {
  for (const [index, step] of steps.entries()) {
    step.number = index + 1;
    step.linkLabel = linkLabelOf(index);
    step.toggleAttribute('data-slide', layout === 'slide');
    if (step === current) step.setAttribute('aria-current', 'step');
    else step.removeAttribute('aria-current');
  }
}
