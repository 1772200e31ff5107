import { css } from 'lit';

/** On paper: the pictures as they stand, the name, the sentence, the formula and the counts; nothing to press. */
export const printStyles = css`
  @media print {
    :host([data-scheme]) {
      --_background: #ffffff;
      --_surface: #ffffff;
      --_ink: #000000;
      --_muted: #404040;
      --_line: #a0a0a0;
      min-block-size: 0;
    }
    .areas :is(header, .variants, .notices, .views, .dock, .panels, .sheet-head, .help, .source, .welcome) {
      display: none;
    }
    .areas .heading h2 {
      position: static;
      inline-size: auto;
      block-size: auto;
      margin: 0;
      clip-path: none;
    }
    .areas,
    .areas.roomy {
      display: block;
      block-size: auto;
      padding: 0;
    }
    .roomy .stage,
    .roomy .first,
    .first,
    .stage {
      display: block;
      block-size: auto;
      min-block-size: 0;
      overflow: visible;
    }
    .areas .tiles > .tile,
    .tile {
      contain: none;
      overflow: visible;
      break-inside: avoid;
      margin-block: 0.5rem;
    }
    .areas .tiles > :is(.scene, .road) {
      block-size: 9cm;
      overflow: hidden;
    }
    .areas conv-scene::part(tools) {
      display: none;
    }
    .areas .reading {
      contain: none;
      overflow: visible;
    }
    /* A side panel that is a sheet still brings nothing to paper; its counts stand in the stage then. */
    .roomy .side {
      display: block;
      break-inside: avoid;
    }
    conv-counts::part(unit) {
      display: none;
    }
  }
`;
