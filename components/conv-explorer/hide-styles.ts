import { css, unsafeCSS, type CSSResult } from 'lit';
import { hideNames, type HideName } from '../../src/address/hiding.js';

/** Where the parts are that a link can leave out. */
const places: Readonly<Record<HideName, string>> = {
  header: 'header',
  lessons: 'header nav',
  variants: '.variants',
  examples: '.examples, [popovertarget="examples"]',
  views: '.views, [popovertarget="views"]',
  share: '.sharing',
  settings: '.side, .saving, [popovertarget="settings"]',
  weights: 'conv-controls::part(weights)',
  input: '[data-panel="input"]',
  transport: 'conv-timeline',
  sentence: '.sentence',
  formula: 'conv-formula',
  counts: 'conv-counts',
  code: '[data-panel="code"]',
  export: '[data-panel="export"], .saving',
};

function rule(name: HideName): CSSResult {
  const selectors = places[name].split(', ').map((place) => `.areas[data-hide~='${name}'] ${place}`);
  return unsafeCSS(`${selectors.join(',')}{display:none !important}`);
}

/** What a teacher's link leaves out is not shown; without the settings the stage has their room. */
export const hideStyles = [
  ...hideNames.map(rule),
  css`
    .areas.roomy[data-hide~='settings'] {
      grid-template-columns: minmax(0, 1fr) 0;
      column-gap: 0;
    }
  `,
];
