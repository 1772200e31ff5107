/** What a figure needs to be touched: fetched together, after its first picture. */
export { pickTarget } from './picking.js';
export { PointerControls } from './pointer.js';
