import { isWordKey } from '../../src/words/say.js';
import type { SessionController } from './session-controller.js';

/** What the layer that is asked for is called. */
export function nameOfLayer(lab: SessionController): string {
  const key = `variant.${lab.session?.layer.variant ?? 'standard'}`;
  return isWordKey(key) ? lab.say(key) : lab.say('variant.standard');
}

/** The layer that is shown in one line: its name, input, kernels and output. */
export function describeLayer(lab: SessionController): string {
  const stages = lab.session?.moment?.plan.stages ?? [];
  const [first, last] = [stages[0], stages.at(-1)];
  if (!first || !last) return nameOfLayer(lab);
  const kernels = stages.map(({ kernel }) => kernel.join('×'));
  return lab.say('figure.described', {
    variant: nameOfLayer(lab),
    input: first.input.slice(1).join('×'),
    kernel: kernels.join(' → '),
    output: last.output.slice(1).join('×'),
  });
}
