/** One spelling for what people type in several: no case, no accents, × as x. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll('×', 'x')
    .toLowerCase();
}

/** Whether texts hold every word of a query, in any order. An empty query is held by all. */
export function searchFor(query: string): (texts: readonly string[]) => boolean {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return (texts) => {
    const text = plain(texts.join(' '));
    return words.every((word) => text.includes(word));
  };
}
