/** sRGB shares, 0 … 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

const known = new Map<string, Rgb>();
let context: CanvasRenderingContext2D | null = null;

/** Any CSS colour, read by painting it: pages may use every notation that the browser knows. */
export function rgbOf(css: string): Rgb {
  const cached = known.get(css);
  if (cached) return cached;
  context ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  });
  if (!context) return [0.5, 0.5, 0.5];
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = '#808080';
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  const colour: Rgb = [red / 255, green / 255, blue / 255];
  known.set(css, colour);
  return colour;
}
