// The colour of a value, the same in every view.
uniform highp sampler2D palette; // 256 x 1, the table of palette.ts

const int noValue = 255;

int paletteStep(float shade) {
  if (!(abs(shade) <= 1.0)) return noValue;
  return int(floor((shade + 1.0) * 127.0 + 0.5));
}

vec3 paletteColour(float shade) {
  return texelFetch(palette, ivec2(paletteStep(shade), 0), 0).rgb;
}
