/** What only some sessions need. */
import { onDemand } from '../loading/on-demand.js';

/** Only transposed stages have stamps and a canvas. */
export const scatterModule = onDemand(() => import('./scatter.js'));

/** A cell is asked about only once a person points at one. */
export const readingModule = onDemand(() => import('../timeline/reading.js'));

/** There is something to compare only once there is an answer. */
export const accuracyModule = onDemand(() => import('../engine/accuracy.js'));
