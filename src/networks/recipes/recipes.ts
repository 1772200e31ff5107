import { dcganGenerator } from './dcgan.js';
import { dilatedContext } from './dilated-context.js';
import { googLeNet, googLeNetTorchvision } from './googlenet.js';
import { inceptionV3 } from './inception-v3.js';
import { mobileNetV1 } from './mobilenet-v1.js';
import { mobileNetV2 } from './mobilenet-v2.js';
import { mobileNetV3Large, mobileNetV3Small } from './mobilenet-v3.js';
import type { Recipe } from './recipe.js';
import { resNet50 } from './resnet50.js';
import { vggCifar, vggCifarSeparable } from './vgg-cifar.js';
import { vgg16 } from './vgg16.js';
import { xception } from './xception.js';

/** Every network that we know, in menu order. A new one is its own file and a line here. */
export const recipes: readonly Recipe[] = [
  vggCifar,
  vggCifarSeparable,
  mobileNetV1,
  mobileNetV2,
  mobileNetV3Large,
  mobileNetV3Small,
  googLeNet,
  googLeNetTorchvision,
  inceptionV3,
  xception,
  vgg16,
  resNet50,
  dcganGenerator,
  dilatedContext,
];

/** The recipe of an id, or undefined. */
export function recipeOf(id: string): Recipe | undefined {
  return recipes.find((recipe) => recipe.id === id);
}
