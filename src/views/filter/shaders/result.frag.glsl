#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp usampler2D;
// The pixels of a result that stayed on the GPU: flat NHWC data, four values a texel, as the bits of float32.

uniform usampler2D result;
uniform sampler2D palette; // 256 x 1, the table of palette.ts
uniform int texelsPerRow;
uniform int columns;
uniform int channels;
uniform int top;   // row of the drawing buffer, counted from below, above the first row of the picture
uniform int shown; // the channel that is shown with sign; -1: all as a picture
uniform float range; // end of the signed colours, or what is white

out vec4 colour;

const int noValue = 255;

float valueAt(int offset) {
  int texel = offset >> 2;
  return uintBitsToFloat(texelFetch(result, ivec2(texel % texelsPerRow, texel / texelsPerRow), 0)[offset & 3]);
}

// As paletteStep of palette.ts.
int paletteStep(float value) {
  if (!(abs(value) <= 3.4e38)) return noValue;
  float share = range > 0.0 ? clamp(value / range, -1.0, 1.0) : 0.0;
  return int(floor((share + 1.0) * 127.0 + 0.5));
}

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  int first = ((top - 1 - place.y) * columns + place.x) * channels;
  if (shown >= 0) {
    colour = texelFetch(palette, ivec2(paletteStep(valueAt(first + shown)), 0), 0);
    return;
  }
  float red = valueAt(first);
  vec3 light = channels >= 3 ? vec3(red, valueAt(first + 1), valueAt(first + 2)) : vec3(red);
  colour = vec4(light / range, 1.0);
}
