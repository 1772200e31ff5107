/** The steps of a page as they are written. */
import { attributesIn, taggedStates } from '../lesson-states.mjs';

export interface WrittenValue {
  readonly of: string;
  readonly stage: number | undefined;
  /** What a page without scripts shows. */
  readonly typed: string;
}

export interface WrittenStep {
  readonly id: string;
  /** What a problem calls it. */
  readonly place: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands in it, as HTML. */
  readonly text: string;
  readonly values: readonly WrittenValue[];
}

/** Steps with their own text: up to their end. */
export function writtenSteps(html: string): WrittenStep[] {
  const steps = taggedStates(html).filter(({ tag }) => tag === 'conv-step');
  return steps.map(({ id, attributes, end }, index) => {
    const text = html.slice(end, html.indexOf('</conv-step>', end));
    const place = id === '' ? `step ${index + 1}` : `step "${id}"`;
    return { id, place, attributes, text, values: writtenValues(text) };
  });
}

function writtenValues(text: string): WrittenValue[] {
  return [...text.matchAll(/<conv-value\b([^>]*)>([^<]*)<\/conv-value/g)].map(([, tag, typed]) => {
    const { of = '', stage } = attributesIn(tag);
    return {
      of,
      stage: stage === undefined ? undefined : Number(stage),
      typed: typed.replaceAll(/\s+/g, ' ').trim(),
    };
  });
}
