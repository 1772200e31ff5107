/** For an author: there is nothing of that name, and these names there are. */
export function unknown(kind: string, name: string, names: readonly string[]): string {
  return `There is no ${kind} called ${name}: ${names.join(', ')}.`;
}
