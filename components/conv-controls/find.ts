/** Finds settings by any of their names. Fetched when one is first looked for. */
import type { Field } from '../../src/math/fields.js';
import { layerFieldOf } from '../../src/variants/fields.js';
import type { LayerField } from '../../src/variants/types.js';
import { argumentName, dialects } from '../../src/words/dialect.js';
import { isWordKey, say } from '../../src/words/say.js';
import { fieldSynonyms } from '../../src/words/synonyms.js';
import { searchFor } from '../shared/search.js';

/** The settings, of those given, whose label, help, argument in some framework, or other name holds what is looked for. */
export function findFields(query: string, names: readonly LayerField[]): readonly LayerField[] {
  const finds = searchFor(query);
  return names.filter((name) => finds(textsOf(layerFieldOf(name))));
}

function textsOf({ name, labelKey, helpKey, choices }: Field<LayerField>): readonly string[] {
  const choiceKeys = choices.map((choice) => `choice.${name}.${choice}`);
  const crop = name === 'padding' ? ['field.crop.label', 'field.crop.help'] : [];
  const keys = [labelKey, helpKey, ...choiceKeys, ...crop].filter(isWordKey);
  return [
    name,
    ...keys.flatMap((key) => [say('en', key), say('zh', key)]),
    ...dialects.map(({ id }) => argumentName(id, name)),
    fieldSynonyms[name] ?? '',
  ];
}
