/** An address as an author writes it, relative to the page that it stands in; the page's own for none, and for what is no address. */
export function addressOfPage(written: string | undefined): string {
  const here = document.location.href;
  return written === undefined ? here : (absolute(written, document.baseURI) ?? here);
}

/** Null for what is no address. */
export function absolute(written: string, base: string): string | null {
  try {
    return new URL(written, base).href;
  } catch {
    return null;
  }
}
