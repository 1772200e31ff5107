/**
 * A renderer's name without what browsers wrap around it, short enough for a title: `ANGLE (NVIDIA, NVIDIA GeForce RTX 3080 (0x00002206)
 * Direct3D11 vs_5_0 ps_5_0, D3D11)` → `NVIDIA GeForce RTX 3080`. What looks otherwise stays as it is.
 */
export function deviceNameOf(renderer: string): string {
  const [, inner] = /^ANGLE \([^,]*, (.*), [^,]*\)$/.exec(renderer) ?? [];
  const name = inner ?? renderer;
  return name
    .replace(/ Direct3D\d.*$/, '')
    .replaceAll(/ ?\(0x[0-9a-f]+\)/gi, '')
    .replace(/^ANGLE Metal Renderer: /, '')
    .trim();
}
