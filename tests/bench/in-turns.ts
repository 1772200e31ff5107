export interface Contestant {
  readonly name: string;
  run(): unknown;
}

/** Milliseconds a call. */
export interface BenchResult {
  readonly name: string;
  readonly median: number;
  /** To the median of the first contestant. */
  readonly ratio: number;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

/**
 * Medians over batches of the mean of a batch. Batches are taken in turns, so that a noisy neighbour disturbs all
 * contestants alike; the first one of each warms up and does not count.
 */
export async function inTurns(
  contestants: readonly Contestant[],
  { batches, batchSize }: { batches: number; batchSize: number },
): Promise<BenchResult[]> {
  const times = contestants.map((): number[] => []);
  for (let batch = -1; batch < batches; batch++) {
    for (const [place, contestant] of contestants.entries()) {
      const start = performance.now();
      for (let call = 0; call < batchSize; call++) await contestant.run();
      if (batch >= 0) times[place].push((performance.now() - start) / batchSize);
    }
  }
  const medians = times.map(median);
  return contestants.map(({ name }, place) => ({
    name,
    median: medians[place],
    ratio: medians[place] / medians[0],
  }));
}
