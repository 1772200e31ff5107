/** Registers every element and names its class. A house test compares the lines with the folders of components/. */
import '../components/conv-controls/define.js';
import '../components/conv-counts/define.js';
import '../components/conv-explorer/define.js';
import '../components/conv-figure/define.js';
import '../components/conv-formula/define.js';
import '../components/conv-grid/define.js';
import '../components/conv-input/define.js';
import '../components/conv-lab/define.js';
import '../components/conv-scene/define.js';
import '../components/conv-timeline/define.js';

export { ConvControls } from '../components/conv-controls/conv-controls.js';
export { ConvCounts } from '../components/conv-counts/conv-counts.js';
export { ConvExplorer } from '../components/conv-explorer/conv-explorer.js';
export { ConvFigure } from '../components/conv-figure/conv-figure.js';
export { ConvFormula } from '../components/conv-formula/conv-formula.js';
export { ConvGrid } from '../components/conv-grid/conv-grid.js';
export { ConvInput } from '../components/conv-input/conv-input.js';
export { ConvLab } from '../components/conv-lab/conv-lab.js';
export { ConvScene } from '../components/conv-scene/conv-scene.js';
export { ConvTimeline } from '../components/conv-timeline/conv-timeline.js';
