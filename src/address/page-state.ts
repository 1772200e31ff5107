/** What a link can say of the page. */
import type { InputSource, StageWeights } from '../session/document.js';
import type { ColourRange, Decimals } from '../session/display-setting.js';
import type { Selection, Walk } from '../timeline/types.js';
import type { LayerSpec } from '../variants/types.js';
import type { Dialect } from '../words/dialect.js';
import type { Language } from '../words/say.js';
import type { HideName } from './hiding.js';

/** Views that can be opened beside the scene. */
export const explorerViews = ['channels', 'matrix', 'road', 'grid', 'compare'] as const;
export type ExplorerView = (typeof explorerViews)[number];

/** What a link may say of views. The scene is shown unless it says no. */
export const linkedViews = [...explorerViews, 'no-scene'] as const;
export type LinkedView = (typeof linkedViews)[number];

/** Experiments that can take the place of the layer. */
export const laboratoryNames = [
  'receptive-field',
  'gridding',
  'checkerboard',
  'padding-table',
  'factorisation',
  'filter',
  'speed',
  'network',
  'block',
] as const;
export type LaboratoryName = (typeof laboratoryNames)[number];

/** How a laboratory is set: attributes of its element with their texts, '' for a flag. */
export type LaboratorySettings = Readonly<Record<string, string>>;

/** Presets of the scene's camera. */
export const cameras = ['overview', 'front', 'kernel', 'output'] as const;
export type Camera = (typeof cameras)[number];

/** Colours; 'auto', the system's, is what a page has that says nothing. */
export const themes = ['auto', 'paper', 'board'] as const;
export type Theme = (typeof themes)[number];

/** The cell that is pinned. */
export type PinnedCell = Omit<Selection, 'pinned'>;

/** What is computed. Without `preset` and `layer` it is what the page shows by itself. */
export interface PageContent {
  /** Id of a worked example; the rest of the content changes it. */
  readonly preset?: string | undefined;
  /** Fields as they are asked for, legal or not. Without a variant they change the example, or what the page shows by itself. */
  readonly layer?: LayerSpec | undefined;
  /** What fills the input. The file that data came from is not told to others: their label is ''. */
  readonly source?: InputSource | undefined;
  /** By stage, as in a session's document. */
  readonly weights?: readonly StageWeights[] | undefined;
  readonly walk?: Walk | undefined;
}

/** How it is shown, and where the run stands. What is absent is as the page has it by itself. */
export interface PageLook {
  /** Dense terms done. */
  readonly step?: number | undefined;
  readonly camera?: Camera | undefined;
  readonly views?: readonly LinkedView[] | undefined;
  readonly laboratory?: LaboratoryName | undefined;
  /** Of that laboratory; the element tells what it does not know. */
  readonly laboratorySettings?: LaboratorySettings | undefined;
  readonly selection?: PinnedCell | undefined;
  readonly language?: Language | undefined;
  readonly theme?: Theme | undefined;
  readonly dialect?: Dialect | undefined;
  readonly colourRange?: ColourRange | undefined;
  readonly decimals?: Decimals | undefined;
  /** 0.25 … 8 */
  readonly playbackRate?: number | undefined;
  /** Controls and panels that are not shown. */
  readonly hidden?: readonly HideName[] | undefined;
}

export interface PageState extends PageContent, PageLook {}
