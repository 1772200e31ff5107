/**
 * Loads once, when it is first asked for; from then on the thing itself is given, so that what was loaded is used within the same
 * task. After a failure the next call tries again.
 */
function onDemand<Thing>(load: () => Promise<Thing>): () => Thing | Promise<Thing> {
  let known: Thing | Promise<Thing> | null = null;
  return () => {
    known ??= load().then(
      (thing) => (known = thing),
      (error: unknown) => {
        known = null;
        throw error;
      },
    );
    return known;
  };
}

/** Only transposed stages have stamps and a canvas. */
export const scatterModule = onDemand(() => import('./scatter.js'));

/** There is something to compare only once there is an answer. */
export const accuracyModule = onDemand(() => import('../engine/accuracy.js'));
