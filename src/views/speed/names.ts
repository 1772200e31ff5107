/** What layers and sides are called. */
import type { LayerSet, Side, SpeedLayer } from '../../speed/types.js';
import type { Say } from '../say.js';

/** The network's own name of a row, the value of what grows, or the kind. */
export function nameOf({ id }: LayerSet, { name, kind }: SpeedLayer, say: Say): string {
  if (name === '') return say(`speed.kind.${kind}`);
  return id === 'filters' || id === 'kernel' ? say(`speed.name.${id}`, { value: name }) : name;
}

/** Where the name alone is not enough, with the kind: 'block1_conv1, separable'. */
export function fullNameOf(set: LayerSet, layer: SpeedLayer, say: Say): string {
  const name = nameOf(set, layer, say);
  const kind = say(`speed.kind.${layer.kind}`);
  return name === kind ? name : `${name}, ${kind}`;
}

/** What a row is called in a picture of all layers: of a pair with one name, the second row says only what tells it from the first. */
export function labelOf(
  set: LayerSet,
  layer: SpeedLayer,
  say: Say,
): { readonly label: string; readonly isMinor: boolean } {
  const { name, kind, partner } = layer;
  const isMinor = partner !== null && name !== '' && set.layers[partner].name === name;
  return { isMinor, label: isMinor ? say(`speed.kind.${kind}`) : nameOf(set, layer, say) };
}

export function sideName({ id }: LayerSet, side: Side, say: Say): string {
  return side === 'aside' ? say('speed.aside') : say(`speed.${side}.${id}`);
}

/** '32×32×64 → 32×32×128'; the batch is left out where it is one. */
export function shapesOf({ plan: { stages } }: SpeedLayer): string {
  const [first, last] = [stages[0].input, stages[stages.length - 1].output];
  const print = ([images, ...plane]: readonly number[]): string =>
    (images === 1 ? plane : [images, ...plane]).join('×');
  return `${print(first)} → ${print(last)}`;
}
