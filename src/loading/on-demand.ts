/**
 * Loads once, when it is first asked for; from then on the thing itself is given, so that what was loaded is used within the same
 * task. After a failure the next call tries again.
 */
export function onDemand<Thing>(load: () => Promise<Thing>): () => Thing | Promise<Thing> {
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
