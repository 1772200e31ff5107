/** For a script tag: the figure, its views and the headless core in one module. The site's own element stays out. */
import '../components/conv-controls/define.js';
import '../components/conv-counts/define.js';
import '../components/conv-figure/define.js';
import '../components/conv-formula/define.js';
import '../components/conv-grid/define.js';
import '../components/conv-input/define.js';
import '../components/conv-lab/define.js';
import '../components/conv-scene/define.js';
import '../components/conv-timeline/define.js';

export * from './core.js';
