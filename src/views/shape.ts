/** A shape as it is printed everywhere: '5 × 5 × 3'. */
export function formatShape(shape: readonly number[]): string {
  return shape.join(' × ');
}
