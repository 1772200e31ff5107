/** What a page can hold and draw; the headless core knows no such bound. */
import { counts } from '../math/counts.js';
import { problemOf } from '../math/problem.js';
import { sizeOf } from '../math/tensor.js';
import type { Plan, Problem, Stage } from '../math/types.js';

/** Elements of any one tensor: 16 MiB of float32, some four pictures of 1024 × 1024 cells. */
const mostElements = 2 ** 22;
/** Multiply-adds of one run: some seconds on a machine without a GPU. */
const mostMacs = 2 ** 29;

/** The plan, refused where it would hang the page. */
export function affordable(plan: Plan): Plan {
  if (plan.problems.length > 0) return plan;
  const problem = plan.stages.flatMap(tooLarge)[0] ?? tooMuchWork(plan);
  return problem ? { ...plan, problems: [problem] } : plan;
}

function tooLarge(stage: Stage): Problem[] {
  const shapes = [stage.input, stage.weightShape, stage.output];
  const shape = shapes.find((each) => sizeOf(each) > mostElements);
  if (!shape) return [];
  const given = shape.join(' × ');
  return [refusal(stage.index, given, mostElements, `${given.replaceAll('×', '·')} = ${sizeOf(shape)}`)];
}

function tooMuchWork(plan: Plan): Problem | null {
  const { stages, gatherMacs } = counts(plan);
  if (gatherMacs <= mostMacs) return null;
  const formula = `${stages.map((stage) => stage.gatherMacs).join(' + ')} > ${mostMacs}`;
  return refusal(0, String(gatherMacs), mostMacs, stages.length > 1 ? formula : '');
}

function refusal(stage: number, given: string, most: number, formula: string): Problem {
  const claim = 'This is more than a page can show';
  return problemOf({
    claim,
    field: 'input',
    kind: 'tensor-too-large',
    given,
    allowed: `≤ ${most}`,
    formula,
    stage,
  });
}
