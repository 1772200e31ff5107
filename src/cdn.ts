/** For a script tag: the figure, its views and the headless core in one module. The site's own elements stay out. */
/** For a script tag: the figure, its views and the headless core in one module. The site's own elements, the explorer and the laboratories, stay out. */
import '../components/conv-channels/define.js';
import '../components/conv-compare/define.js';
import '../components/conv-controls/define.js';
import '../components/conv-counts/define.js';
import '../components/conv-figure/define.js';
import '../components/conv-formula/define.js';
import '../components/conv-grid/define.js';
import '../components/conv-input/define.js';
import '../components/conv-lab/define.js';
import '../components/conv-lesson/define.js';
import '../components/conv-matrix/define.js';
import '../components/conv-quiz/define.js';
import '../components/conv-scene/define.js';
import '../components/conv-score/define.js';
import '../components/conv-step/define.js';
import '../components/conv-timeline/define.js';
import '../components/conv-value/define.js';

export * from './core.js';
