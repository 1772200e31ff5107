import { mobileNetV1 } from './mobilenet-v1.js';
import type { Recipe } from './recipe.js';
import { vggCifar, vggCifarSeparable } from './vgg-cifar.js';

/** Every network that we know, in menu order. A new one is its own file and a line here. */
export const recipes: readonly Recipe[] = [vggCifar, vggCifarSeparable, mobileNetV1];

/** The recipe of an id, or undefined. */
export function recipeOf(id: string): Recipe | undefined {
  return recipes.find((recipe) => recipe.id === id);
}
