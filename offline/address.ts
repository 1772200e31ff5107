/** Under which address a file is kept: a page answers to any query, and to its folder with or without `index.html`. */
export function keptAddress(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/index\.html$/, '/');
}
