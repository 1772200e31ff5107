import type { ConvStep } from '../conv-step/conv-step.js';

/** Numbers the steps, names their links, and tells which of them the figure shows. */
export function markSteps(
  steps: readonly ConvStep[],
  current: ConvStep | null,
  linkLabelOf: (index: number) => string,
): void {
  for (const [index, step] of steps.entries()) {
    step.number = index + 1;
    step.linkLabel = linkLabelOf(index);
    if (step === current) step.setAttribute('aria-current', 'step');
    else step.removeAttribute('aria-current');
  }
}
