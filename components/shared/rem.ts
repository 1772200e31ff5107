/** A length of a drawing as an attribute of its SVG: pixels at the usual font size, larger with the text on a projector. */
export function rem(pixels: number): string {
  return `${pixels / 16}rem`;
}
