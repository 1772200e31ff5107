import { css } from 'lit';

/**
 * Of the page while a handout lies on it. What is printed stands in the page itself, not in a shadow root, and the page may be anybody's:
 * no style sheet of the page is counted on.
 */
export const handoutStyles = css`
  @media not print {
    .handout-still,
    .handout-answers {
      display: none;
    }
  }
  @media print {
    :root {
      font-size: 10.5pt;
    }
    :is(h1, h2, h3) {
      break-after: avoid;
    }
    :is(p, li) {
      orphans: 3;
      widows: 3;
    }
    /* What the reader answered on the screen is no part of what a class gets. */
    conv-score {
      display: none !important;
    }
    conv-step {
      padding-inline-start: 0;
      border: 0;
    }
    conv-step :is(p, ul, conv-quiz) {
      max-inline-size: none;
    }
    conv-step :is(conv-quiz, .handout-still) {
      break-inside: avoid;
    }
    .handout-still {
      margin: 0.5rem 0 0;
    }
    /* As wide as the sheet, but so high that two steps with a few lines of text come to stand on it. */
    .handout-still canvas {
      display: block;
      max-inline-size: 100%;
      max-block-size: 64mm;
    }
    .handout-still img {
      display: block;
      zoom: 0.65;
      max-inline-size: 100%;
      block-size: auto;
      margin-block-end: -0.75rem;
    }
    .handout-answers {
      break-before: page;
      break-after: page;
    }
    .handout-answers li {
      break-inside: avoid;
    }
  }
`;
