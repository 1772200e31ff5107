/** Parts of the page that a teacher can leave out of a link: `hide=settings,code`. */

/** In the order of the page. A part that the page has not yet is harmless to hide. */
export const hideNames = [
  'header',
  'lessons',
  'variants',
  'examples',
  'views',
  'share',
  'settings',
  'weights',
  'input',
  'transport',
  'sentence',
  'formula',
  'counts',
  'code',
  'export',
] as const;

export type HideName = (typeof hideNames)[number];

export function isHideName(name: string): name is HideName {
  return (hideNames as readonly string[]).includes(name);
}

/** Is this part left out? */
export function isHidden(hidden: readonly HideName[] | undefined, name: HideName): boolean {
  return hidden?.includes(name) ?? false;
}
