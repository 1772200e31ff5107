in vec2 across;          // see tile.vert
flat in int face;
flat in vec2 halfFace;
flat in float readable;
flat in vec3 look;
flat in vec3 tone;
flat in vec3 lit;
flat in vec3 text;
flat in vec4 firstEnds;
flat in vec4 secondEnds;

out vec4 colour;

const float solid = 0.0;
const float dashed = 1.0;
const float plain = 2.0;
const float glass = 4.0;
const float bar = 5.0;

void main() {
  float opacity = look.x, glow = look.y, kind = look.z;
  vec2 place = across * halfFace;
  vec2 spread = fwidth(across) * halfFace;
  float pixel = max(max(spread.x, spread.y), 1e-6);
  float shorter = min(halfFace.x, halfFace.y);
  float border = roundedEdge(place, halfFace, min(0.09, 0.5 * shorter));
  float edgeWidth = max(pixelRatio * pixel, 0.022) * (1.0 + strongEdges) * (1.0 + 1.6 * glow);
  float edge = smoothstep(-edgeWidth - pixel, -edgeWidth, border);
#ifdef GLASS
  colour = vec4(tone, opacity * mix(0.16, 0.6, edge));
#else
  float printed = face == 2 ? smoothstep(11.5, 12.5, 2.0 * shorter / pixel / pixelRatio * clamp(pixelRatio, 1.0, 1.2)) : 0.0;
  float cover = printed * textCoverage(text.xy, firstEnds, secondEnds, place * vec2(readable, 1.0), halfFace, pixel);
  if (kind == solid) {
    vec3 shown = bevelled(lit, across, border, face);
    shown = mix(shown, tone, edge * mix(0.5, 1.0, max(glow, strongEdges)));
    shown = mix(background, shown, opacity);
    shown = mix(shown, vec3(text.z), cover * mix(0.35, 1.0, opacity));
    colour = vec4(shown, 1.0);
  } else if (kind == plain) {
    vec3 shown = mix(mix(background, tone, 0.05), tone, edge * mix(0.55, 1.0, glow));
    shown = mix(shown, tones[7], cover);
    colour = vec4(mix(background, shown, opacity), 1.0);
  } else if (kind == bar) {
    vec3 shown = mix(litFill(mix(background, tone, 0.72), face), tone, edge * mix(0.6, 1.0, glow));
    colour = vec4(mix(background, shown, opacity), 1.0);
  } else if (kind == dashed) {
    float along = abs(across.x) > abs(across.y) ? place.y : place.x;
    float gaps = step(0.42, fract(along / (2.0 * halfFace.x) * 4.0 + 0.29));
    float drawn = max(edge * gaps * step(border, 0.0), cover);
    if (face != 2 || drawn < 0.3) discard;
    colour = vec4(mix(background, tone, opacity), 1.0);
  } else {
    if (cover < 0.3) discard;
    colour = vec4(mix(background, tone, opacity * cover), 1.0);
  }
#endif
}
