/**
 * The rule about two languages: the same keys, no empty string, the same placeholders in any order. A language may leave a
 * value out ("channel sums 1 + 2" and "2 个通道的部分和 1 + 2"), but two that each name one the other lacks are misspelled.
 */

type Strings = Readonly<Record<string, string>>;

const placeholders = (text: string) => text.match(/\{[^}]*\}/g) ?? [];

/** One sentence for each key that differs. */
export function unequalStrings(one: Strings, other: Strings): string[] {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.flatMap((key) => {
    const [first, second] = [one[key], other[key]];
    if (!first?.trim() || !second?.trim()) return [`${key} is missing or empty in one language`];
    const onlyFirst = placeholders(first).filter((name) => !second.includes(name));
    const onlySecond = placeholders(second).filter((name) => !first.includes(name));
    if (onlyFirst.length === 0 || onlySecond.length === 0) return [];
    return [`${key} has ${onlyFirst.join(' ')} in one language and ${onlySecond.join(' ')} in the other`];
  });
}
