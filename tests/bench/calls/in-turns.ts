export interface Contestant {
  readonly name: string;
  run(): unknown;
}

/** Milliseconds a call, one entry a batch. */
export interface Timed {
  readonly name: string;
  readonly samples: readonly number[];
}

/**
 * The mean of each batch. Batches are taken in turns whose order rotates, so that a noisy neighbour disturbs all
 * contestants alike; the first one of each warms up and does not count.
 */
export async function inTurns(
  contestants: readonly Contestant[],
  { batches, batchSize }: { readonly batches: number; readonly batchSize: number },
): Promise<Timed[]> {
  const timed = contestants.map(({ name }) => ({ name, samples: [] as number[] }));
  for (let batch = -1; batch < batches; batch++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const place = (turn + Math.max(batch, 0)) % contestants.length;
      const start = performance.now();
      for (let call = 0; call < batchSize; call++) await contestants[place].run();
      if (batch >= 0) timed[place].samples.push((performance.now() - start) / batchSize);
    }
  }
  return timed;
}
