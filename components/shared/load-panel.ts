/**
 * Panels of the site beside the layer: fetched when one is opened. They stand apart from the views, because the one-file module
 * for a script tag holds whatever a figure may fetch, and these are not in it.
 */

const panels = {
  code: () => import('../conv-code/define.js'),
  export: () => import('../conv-export/define.js'),
  share: () => import('../conv-share/define.js'),
} as const;

export type PanelName = keyof typeof panels;

/** In the order of the page; the tag is `conv-` and the name. */
export const panelNames = Object.keys(panels) as readonly PanelName[];

/** Resolves when the panel's element is registered. What could not be fetched is tried again when it is next asked for. */
export async function loadPanel(name: PanelName): Promise<void> {
  await panels[name]();
}
