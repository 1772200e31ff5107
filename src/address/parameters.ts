/** A query or a hash as names with values, and back. Total: any string is some parameters. */
export type Entry = readonly [name: string, value: string];

export type LinkParameters = ReadonlyMap<string, string>;

/** Of the form of our links; a link without one is of this version. Names that come later need no new version. */
export const addressVersion = 1;

/** The parameters of a text without its `?` or `#`. */
export function parametersIn(text: string): LinkParameters {
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text))
    if (!parameters.has(name)) parameters.set(name, value);
  return parameters;
}

/** Characters that need no escape in a query or a hash and that the values of a link are full of. */
const plainCharacters: Readonly<Record<string, string>> = {
  '%2C': ',',
  '%3A': ':',
  '%3B': ';',
  '%40': '@',
  '%7E': '~',
};

/** Total as well: half a surrogate pair, which no address can hold, becomes the replacement character. */
export function textOf(entries: readonly Entry[]): string {
  const escaped = new URLSearchParams(entries.map(([name, value]) => [name, value])).toString();
  return escaped.replace(/%(?:2C|3A|3B|40|7E)/g, (code) => plainCharacters[code]);
}
