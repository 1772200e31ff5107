/** Views that not every page shows: fetched when one is asked for; the browser upgrades its tag in place. */

const views = {
  formula: () => import('../conv-formula/define.js'),
  counts: () => import('../conv-counts/define.js'),
  grid: () => import('../conv-grid/define.js'),
  matrix: () => import('../conv-matrix/define.js'),
  channels: () => import('../conv-channels/define.js'),
  compare: () => import('../conv-compare/define.js'),
  controls: () => import('../conv-controls/define.js'),
  input: () => import('../conv-input/define.js'),
} as const;

export type ViewName = keyof typeof views;

/** Resolves when the view's element is registered. What could not be fetched is tried again when it is next asked for. */
export async function loadView(name: ViewName): Promise<void> {
  await views[name]();
}

/** Is this the name of a view that is fetched? */
export function isViewName(name: string): name is ViewName {
  return Object.hasOwn(views, name);
}
