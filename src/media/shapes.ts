/** Plane figures by an inside test, so that they exist at any size. x right, y down, both −1…1 across the shorter side. */
export const shapes = {
  square: (x: number, y: number) => Math.max(Math.abs(x), Math.abs(y)) <= 0.6,
  disc: (x: number, y: number) => x * x + y * y <= 0.49,
  triangle: (x: number, y: number) => y <= 0.7 && y >= -0.7 && Math.abs(x) <= (y + 0.7) / 1.75,
  cross: (x: number, y: number) =>
    Math.min(Math.abs(x), Math.abs(y)) <= 0.22 && Math.max(Math.abs(x), Math.abs(y)) <= 0.8,
} as const;

/** Sample points along each side of a cell. */
const subdivisions = 4;

/** Part of a cell that lies inside, 0…1. */
export function coverage(
  inside: (x: number, y: number) => boolean,
  row: number,
  column: number,
  height: number,
  width: number,
): number {
  const radius = Math.min(height, width) / 2;
  let hits = 0;
  for (let point = 0; point < subdivisions ** 2; point++) {
    const x = column + ((point % subdivisions) + 0.5) / subdivisions - width / 2;
    const y = row + (Math.floor(point / subdivisions) + 0.5) / subdivisions - height / 2;
    if (inside(x / radius, y / radius)) hits++;
  }
  return hits / subdivisions ** 2;
}
