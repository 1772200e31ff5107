/** What is wrong with a lesson, and how its author is told. */

/** A page that was read. */
export interface Page {
  /** As the author knows it, with slashes. */
  readonly path: string;
  readonly html: string;
}

export interface Problem {
  readonly page: string;
  /** Where on the page: `step "first"`; '' for the page as a whole. */
  readonly place: string;
  readonly text: string;
}

/** `lessons/en/16-x/index.html, step "first": sum is 14, the page says 1`; what is wrong in several places is one line. */
export function inSentences(problems: readonly Problem[]): string[] {
  const places = new Map<
    string,
    { readonly page: string; readonly text: string; readonly at: Set<string> }
  >();
  for (const { page, place, text } of problems) {
    const key = `${page} ${text}`;
    const alike = places.get(key) ?? { page, text, at: new Set<string>() };
    if (place !== '') alike.at.add(place);
    places.set(key, alike);
  }
  return [...places.values()].map(
    ({ page, text, at }) => `${[page, ...inOneRow([...at])].join(', ')}: ${text}`,
  );
}

/** `step "a"` and `step "b"` are the steps "a", "b". */
function inOneRow(places: readonly string[]): readonly string[] {
  const areSteps = places.length > 1 && places.every((place) => place.startsWith('step '));
  return areSteps ? [`steps ${places.map((place) => place.slice('step '.length)).join(', ')}`] : places;
}
