/** The seed in a number box: a whole number of 0 or more. Anything else gets the old one back. */
export function seedIn(event: Event, old: number): number {
  const control = event.target as HTMLInputElement;
  const seed = Math.floor(control.valueAsNumber);
  if (seed >= 0) return seed;
  control.value = String(old);
  return old;
}
