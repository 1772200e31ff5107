in vec3 local;
flat in int face;
flat in vec3 boxHalf;
flat in vec4 look;
flat in vec3 signs;

out vec4 colour;

const float solid = 0.0;
const float dashed = 1.0;
const float plain = 2.0;
const float glass = 4.0;
const float bar = 5.0;

void main() {
  vec3 point = local * boxHalf;
  vec3 spread = fwidth(point);
  vec2 onFace = face == 2 ? point.xy : face == 0 ? point.zy : point.xz;
  vec2 halfFace = face == 2 ? boxHalf.xy : face == 0 ? boxHalf.zy : boxHalf.xz;
  vec2 pixels = face == 2 ? spread.xy : face == 0 ? spread.zy : spread.xz;
  float pixel = max(max(pixels.x, pixels.y), 1e-6);
  float border = roundedEdge(onFace, halfFace, min(0.09, 0.5 * min(halfFace.x, halfFace.y)));
  float glow = look.z;
  float edgeWidth = max(pixelRatio * pixel, 0.022) * (1.0 + strongEdges) * (1.0 + 1.6 * glow);
  float edge = smoothstep(-edgeWidth - pixel, -edgeWidth, border);
  vec3 tone = tones[int(signs.z)];
  float printed = smoothstep(11.5, 12.5, 2.0 * min(halfFace.x, halfFace.y) / pixel / pixelRatio);
  float text = face == 2 && printed > 0.0 ? printed * textCoverage(signs.xy, onFace * vec2(sign(local.z), 1.0), halfFace, pixel) : 0.0;

  if (look.w == solid) {
    vec3 fill = paletteColour(look.x);
    vec3 shown = litFill(fill, face);
    if (border >= bevel) shown = bevelled(shown, onFace, halfFace, border, face);
    shown = mix(shown, tone, edge * mix(0.5, 1.0, max(glow, strongEdges)));
    shown = mix(background, shown, look.y);
    if (text > 0.0) shown = mix(shown, inkOn(mix(background, fill, look.y)), text * mix(0.35, 1.0, look.y));
    colour = vec4(shown, 1.0);
    return;
  }
  if (look.w == dashed) {
    float along = abs(onFace.x) / halfFace.x > abs(onFace.y) / halfFace.y ? onFace.y : onFace.x;
    float gaps = step(0.42, fract(along / (2.0 * halfFace.x) * 4.0 + 0.29));
    float cover = max(edge * gaps * step(border, 0.0), text);
    if (face != 2 || cover < 0.3) discard;
    colour = vec4(mix(background, tone, look.y), 1.0);
    return;
  }
  if (look.w == plain) {
    vec3 shown = mix(mix(background, tone, 0.05), tone, edge * mix(0.55, 1.0, glow));
    shown = mix(shown, tones[7], text);
    colour = vec4(mix(background, shown, look.y), 1.0);
    return;
  }
  if (look.w == bar) {
    vec3 shown = mix(litFill(mix(background, tone, 0.72), face), tone, edge * mix(0.6, 1.0, glow));
    colour = vec4(mix(background, shown, look.y), 1.0);
    return;
  }
  if (look.w == glass) {
    colour = vec4(tone, look.y * mix(0.16, 0.6, edge));
    return;
  }
  if (text < 0.3) discard;
  colour = vec4(mix(background, tone, look.y * text), 1.0);
}
