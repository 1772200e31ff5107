/** One setting of a layer, as its control is told of it. */
import type { TemplateResult } from 'lit';
import type { Field } from '../../src/math/fields.js';
import type { Problem } from '../../src/math/types.js';
import type { Session } from '../../src/session/session.js';
import { layerFieldOf } from '../../src/variants/fields.js';
import type { LayerField, LayerFields } from '../../src/variants/types.js';
import type { SessionController } from '../shared/session-controller.js';
import { helpOf, labelOf, renderName } from './field-words.js';
import { plainest, valueOf } from './values.js';

/** Where settings are shown, and what changes them. */
export interface SettingsPanel {
  readonly session: Session;
  readonly lab: SessionController;
  /** Fields whose rows and columns are set apart. */
  readonly split: ReadonlySet<LayerField>;
  readonly setApart: (name: LayerField, apart: boolean) => void;
  /** A person changes some fields. */
  readonly setFields: (fields: LayerFields) => void;
}

export interface Setting extends SettingsPanel {
  readonly field: Field<LayerField>;
  /** What it is called in this layer, in plain words. */
  readonly label: string;
  /** The label as it is shown, with its argument in code. */
  readonly name: TemplateResult;
  /** What it does. */
  readonly help: string;
  /** What the layer asks for, legal or not. */
  readonly value: unknown;
  /** Why the value is refused; empty where it is not. */
  readonly problems: readonly Problem[];
  /** Id of the element with these reasons; undefined where there are none. */
  readonly describedBy: string | undefined;
  readonly set: (value: unknown) => void;
}

export function settingOf(panel: SettingsPanel, name: LayerField): Setting {
  const { session, lab } = panel;
  const field = layerFieldOf(name);
  const label = labelOf(lab, session, field);
  const problems = session.problems.filter((problem) => problem.field === name);
  return {
    ...panel,
    field,
    label,
    name: renderName(lab, field, label),
    help: helpOf(lab, session, field),
    value: valueOf(session, name),
    problems,
    describedBy: problems.length > 0 ? `problem-${name}` : undefined,
    set: (value) => panel.setFields(changeOf(name, plainest(value))),
  };
}

/** An output padding takes the place of a wanted size, which would hide it. */
function changeOf(name: LayerField, value: unknown): LayerFields {
  const size = name === 'outputPadding' ? { outputSize: undefined } : {};
  return { [name]: value, ...size } as LayerFields;
}
