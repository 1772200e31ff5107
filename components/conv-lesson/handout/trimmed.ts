/** How much a channel of a colour may differ from the ground's before it is seen, of 255. */
const tolerance = 6;

/** The part of a picture that is not its ground, whose colour is that of its first pixel; the picture where all is ground. */
export function trimmed(picture: HTMLCanvasElement): HTMLCanvasElement {
  const { width, height } = picture;
  const { data } = picture.getContext('2d')!.getImageData(0, 0, width, height);
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 4) {
      if (isGround(data, at)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  if (left >= right) return picture;
  const part = document.createElement('canvas');
  Object.assign(part, { width: right - left, height: bottom - top });
  part.getContext('2d', { alpha: false })!.drawImage(picture, -left, -top);
  return part;
}

function isGround(data: Uint8ClampedArray, at: number): boolean {
  for (let channel = 0; channel < 3; channel += 1)
    if (Math.abs(data[at + channel] - data[channel]) > tolerance) return false;
  return true;
}
