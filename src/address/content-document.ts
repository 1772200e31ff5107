/** What a link says of the layer and its numbers, as the document of a session, and back. */
import type { Plan } from '../math/types.js';
import { affordable } from '../session/affordable.js';
import { documentOf, documentOfPreset, withFields, type Document } from '../session/document.js';
import { plan as planLayer } from '../variants/plan-layer.js';
import { presetOf } from '../variants/presets.js';
import type { PageContent } from './page-state.js';

/** @param ground what the page shows by itself: what a link changes that names neither a variant nor an example */
export function documentOfContent(content: PageContent, ground: Document = documentOf()): Document {
  const { variant, ...fields } = content.layer ?? {};
  const preset = content.preset === undefined ? undefined : presetOf(content.preset);
  const base = preset ? documentOfPreset(preset) : variant === undefined ? ground : documentOf(variant);
  const document = withFields(base, fields);
  return {
    layer: document.layer,
    input: content.source ?? document.input,
    weights: content.weights ?? document.weights,
    walk: content.walk ?? document.walk,
  };
}

export function contentOf({ layer, input, weights, walk }: Document): PageContent {
  return { layer, source: input, weights, walk };
}

/** Does a link say anything of the layer and its numbers? */
export function hasContent({ preset, layer, source, weights, walk }: PageContent): boolean {
  return [preset, layer, source, weights, walk].some((part) => part !== undefined);
}

/** The plan of a document, with all reasons why this page cannot run it. */
export function planOf({ layer }: Document): Plan {
  return affordable(planLayer(layer));
}

/** A document with its plan, which is made when it is first asked for, and once. */
export class Planned {
  readonly document: Document;
  private made: Plan | null = null;

  constructor(document: Document) {
    this.document = document;
  }

  get plan(): Plan {
    this.made ??= planOf(this.document);
    return this.made;
  }

  get isLegal(): boolean {
    return this.plan.problems.length === 0;
  }
}
