// The look of one face of a cell: soft edge and printed number. Shared by lattice.frag and tile.frag.
uniform highp sampler2D glyphAtlas; // 8 x 4 signs, signed distance in red
uniform vec3 background;
uniform vec3 tones[8];       // staging.ts
uniform float pixelRatio;    // device pixels per CSS pixel
uniform float strongEdges;   // 0 or 1

// From this distance to the border on, the rim catches light from the upper left: a soft bevel.
const float bevel = -0.11;
// `place` is -1 .. 1 on the face.
vec3 bevelled(vec3 colour, vec2 place, float border, int face) {
  float rim = smoothstep(bevel, -0.02, border) * (face == 2 ? 0.16 : 0.08);
  float towardsLight = dot(place, vec2(-0.5, 0.86)) * inversesqrt(dot(place, place) + 1e-9);
  return mix(colour, towardsLight > 0.0 ? vec3(1.0) : vec3(0.0), rim * abs(towardsLight));
}

// Distance to the border of a face with rounded corners, in cell units, negative inside.
float roundedEdge(vec2 place, vec2 halfSize, float radius) {
  vec2 q = abs(place) - halfSize + radius;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
}

// Coverage of a text at a place of a face, centred on it. No loop and no early return: software GL runs them for every fragment.
float textCoverage(vec2 packed, vec4 first, vec4 second, vec2 place, vec2 halfSize, float unitsPerPixel) {
  float side = 2.0 * min(halfSize.x, halfSize.y);
  float total = second.w;
  float em = min(side * 0.56, side * 0.86 / max(total, 0.58));
  vec2 at = vec2(place.x + 0.5 * total * em, place.y) / em;
  vec4 passedFirst = step(first, vec4(at.x));
  vec4 passedSecond = step(second, vec4(at.x));
  vec4 latest = max(first * passedFirst, second * passedSecond);
  float start = max(max(latest.x, latest.y), max(latest.z, latest.w));
  int code = codeAt(packed, min(int(dot(passedFirst + passedSecond, vec4(1.0))), 7));
  vec2 inGlyph = vec2((at.x - start - 0.5 * advances[code]) + 0.6, 0.6 - at.y) / 1.2;
  vec2 corner = vec2(float(code & 7), float(code >> 3));
  float distance = (textureLod(glyphAtlas, (corner + inGlyph) / vec2(8.0, 4.0), 0.0).r - 0.5) * 0.5;
  float soft = 0.7 * unitsPerPixel / em;
  bool inText = abs(place.y) <= 0.34 * side && abs(at.y) <= 0.6 && at.x >= 0.0 && at.x < total;
  return inText ? smoothstep(-soft, soft, distance) : 0.0;
}
