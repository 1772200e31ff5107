// The look of one face of a cell: fill by value, light by face, soft edge, printed number.
// Shared by lattice.frag and tile.frag.
uniform highp sampler2D glyphAtlas; // 8 x 4 signs, signed distance in red
uniform float advances[32];  // width of each sign, in em
uniform vec3 background;
uniform vec3 tones[8];       // staging.ts
uniform float pixelRatio;    // device pixels per CSS pixel
uniform float darkTheme;     // 0 or 1
uniform float strongEdges;   // 0 or 1

const float equalContrast = 0.1791;
float relativeLuminance(vec3 colour) {
  vec3 linear = mix(colour / 12.92, pow((colour + 0.055) / 1.055, vec3(2.4)), step(0.04045, colour));
  return dot(linear, vec3(0.2126, 0.7152, 0.0722));
}

vec3 inkOn(vec3 fill) {
  return vec3(relativeLuminance(fill) > equalContrast ? 0.0 : 1.0);
}

// The front shows the exact colour of the table; top and sides are lit so that depth is read.
vec3 litFill(vec3 fill, int face) {
  if (face == 2) return fill;
  if (face == 1) return mix(fill, vec3(1.0), mix(0.34, 0.14, darkTheme));
  return mix(fill, mix(vec3(0.16, 0.13, 0.1), vec3(0.0), darkTheme), mix(0.16, 0.34, darkTheme));
}

// From this distance to the border on, the rim catches light from the upper left: a soft bevel.
const float bevel = -0.11;
vec3 bevelled(vec3 colour, vec2 place, vec2 halfSize, float border, int face) {
  float rim = smoothstep(bevel, -0.02, border) * (face == 2 ? 0.16 : 0.08);
  float towardsLight = dot(normalize(place / halfSize + 1e-5), vec2(-0.5, 0.86));
  return mix(colour, towardsLight > 0.0 ? vec3(1.0) : vec3(0.0), rim * abs(towardsLight));
}

// Distance to the border of a face with rounded corners, in cell units, negative inside.
float roundedEdge(vec2 place, vec2 halfSize, float radius) {
  vec2 q = abs(place) - halfSize + radius;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
}

int codeAt(vec2 packed, int which) {
  int number = int(which < 4 ? packed.x : packed.y);
  return (number >> (5 * (3 - (which & 3)))) & 31;
}

// Coverage of the text at a place of a face, centred on it.
float textCoverage(vec2 packed, vec2 place, vec2 halfSize, float unitsPerPixel) {
  float side = 2.0 * min(halfSize.x, halfSize.y);
  if (packed.x == 0.0 || abs(place.y) > 0.34 * side) return 0.0;
  int length = packed.y == 0.0 ? 4 : 8;
  float total = 0.0;
  for (int i = 0; i < length; i++) total += advances[codeAt(packed, i)];
  float em = min(side * 0.56, side * 0.86 / max(total, 0.58));
  vec2 at = vec2(place.x + 0.5 * total * em, place.y) / em;
  if (abs(at.y) > 0.6 || at.x < 0.0 || at.x > total) return 0.0;
  float start = 0.0;
  for (int i = 0; i < length; i++) {
    int code = codeAt(packed, i);
    float advance = advances[code];
    if (advance > 0.0 && at.x < start + advance) {
      vec2 inGlyph = vec2((at.x - start - 0.5 * advance) + 0.6, 0.6 - at.y) / 1.2;
      vec2 corner = vec2(float(code & 7), float(code >> 3));
      float distance = (textureLod(glyphAtlas, (corner + inGlyph) / vec2(8.0, 4.0), 0.0).r - 0.5) * 0.5;
      float soft = 0.7 * unitsPerPixel / em;
      return smoothstep(-soft, soft, distance);
    }
    start += advance;
  }
  return 0.0;
}
