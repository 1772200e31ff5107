/** How numbers are shown; no part of the layer, and nothing that can be undone. */

/** What colours span: each tensor's range, each channel's own, or the ranges that were there when they were locked. */
export const colourRanges = ['tensor', 'channel', 'locked'] as const;
export type ColourRange = (typeof colourRanges)[number];

/** Decimals of printed numbers that are not whole; 'auto': as many as the place has room for. */
export const decimalChoices = ['auto', 0, 1, 2, 3, 4] as const;
export type Decimals = (typeof decimalChoices)[number];
/** As an attribute has them. */
export type DecimalsText = `${Decimals}`;

/** A setting by its text or number; the usual one where it is none. */
export function readColourRange(value: unknown): ColourRange {
  return colourRanges.find((each) => each === value) ?? 'tensor';
}

export function readDecimals(value: unknown): Decimals {
  return decimalChoices.find((each) => String(each) === String(value)) ?? 'auto';
}
