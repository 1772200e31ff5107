uniform highp sampler2D values;  // elements in rows of valuesWidth, NHWC or [kh, kw, big, small] flattened
uniform highp sampler2D texts;   // packed texts of the same elements; 1 x 1 where there are none
uniform highp sampler2D reading; // red: column is read, green: row is read
uniform int valuesWidth;
uniform int base;
uniform ivec4 strides;     // column, row, depth, repeat
uniform ivec2 patchSize;
uniform vec3 cellSize;
uniform float range;
uniform highp sampler2D ranges; // of each channel, in rows of its width
uniform int channels;      // 0: all have the range of the tensor
uniform int role;          // index into tones
uniform float done;
uniform float orderOffset;
uniform vec4 orderStrides;
uniform int litIs;         // 1 when a comb is lit
uniform ivec4 litFrom;
uniform ivec4 litStep;
uniform ivec4 litCount;
uniform int solidIs;       // 1 when what is outside a comb is glass
uniform ivec4 solidFrom;
uniform ivec4 solidStep;
uniform ivec4 solidCount;
uniform ivec2 ghosts;      // first and last
uniform int allRead;
uniform ivec2 making;      // first and last
uniform float glassLayer; // opacity of one layer of glass
uniform float emptyLayer; // strength of one layer of empty cells
uniform float printed;    // 0 .. 1: numbers are large enough to be read

in vec3 local;
flat in ivec4 place;
flat in int face;
flat in vec3 boxHalf;

out vec4 colour;

bool inComb(ivec4 cell, ivec4 from, ivec4 step, ivec4 count) {
  ivec4 away = cell - from;
  ivec4 tooth = away / step;
  return all(greaterThanEqual(away, ivec4(0))) && tooth * step == away && all(lessThan(tooth, count));
}

bool within(int place, ivec2 range) {
  return place >= range.x && place <= range.y;
}

// The cell under this fragment, and where on its face.
ivec4 cellHere(out vec2 onFace, out vec2 halfFace) {
  vec2 cells = vec2(patchSize);
  vec2 across = (local.xy * 0.5 + 0.5) * cells;
  vec2 which = clamp(floor(across), vec2(0.0), cells - 1.0);
  vec2 inside = (across - which) * 2.0 - 1.0;
  vec3 halfCell = vec3(boxHalf.xy / cells, boxHalf.z);
  if (face == 2) { onFace = inside * halfCell.xy; halfFace = halfCell.xy; }
  else if (face == 0) { onFace = vec2(local.z, inside.y) * halfCell.zy; halfFace = halfCell.zy; }
  else { onFace = vec2(inside.x, local.z) * halfCell.xz; halfFace = halfCell.xz; }
  int column = face == 0 ? (local.x > 0.0 ? patchSize.x - 1 : 0) : int(which.x);
  int rowUp = face == 1 ? (local.y > 0.0 ? patchSize.y - 1 : 0) : int(which.y);
  return place + ivec4(column, patchSize.y - 1 - rowUp, 0, 0);
}

float unitsPerPixel() {
  vec3 spread = fwidth(local * boxHalf);
  vec2 onFace = face == 2 ? spread.xy : face == 0 ? spread.zy : spread.xz;
  return max(max(onFace.x, onFace.y), 1e-6);
}

ivec2 texelOf(int index) {
  return ivec2(index % valuesWidth, index / valuesWidth);
}

// Channels are the last axis of every tensor.
float rangeOf(int index) {
  if (channels == 0) return range;
  int channel = index % channels;
  int width = textureSize(ranges, 0).x;
  return texelFetch(ranges, ivec2(channel % width, channel / width), 0).r;
}

float hatch() {
  vec2 diagonal = gl_FragCoord.xy / pixelRatio;
  return step(0.62, fract((diagonal.x + diagonal.y) / 7.0));
}

void main() {
  vec2 onFace, halfFace;
  float pixel = unitsPerPixel();
  ivec4 cell = cellHere(onFace, halfFace);
  int index = base + cell.x * strides.x + cell.y * strides.y + cell.z * strides.z + cell.w * strides.w;
  float value = texelFetch(values, texelOf(index), 0).r;
  float span = rangeOf(index);
  float shade = span > 0.0 ? clamp(value / span, -1.0, 1.0) : 0.0;
  if (!(abs(value) <= 3.4e38)) shade = 2.0;
  bool finished = orderOffset + dot(vec4(cell), orderStrides) < done;
  bool glass = solidIs == 1 && !inComb(cell, solidFrom, solidStep, solidCount);
  bool away = within(cell.w, ghosts);
  bool lit = litIs == 0 || inComb(cell, litFrom, litStep, litCount);
  bool read = allRead == 1 || texelFetch(reading, ivec2(cell.x, 0), 0).r > 0.5 && texelFetch(reading, ivec2(cell.y, 0), 0).g > 0.5;

  float border = roundedEdge(onFace, halfFace, min(0.09, 0.5 * min(halfFace.x, halfFace.y)));
  float cellPixels = 2.0 * min(halfFace.x, halfFace.y) / pixel;
  float edgeWidth = max(1.0 * pixelRatio * pixel, 0.02) * (1.0 + strongEdges);
  float edge = smoothstep(-edgeWidth - pixel, -edgeWidth, border) * smoothstep(3.0, 7.0, cellPixels / pixelRatio);
  vec3 role3 = tones[role];
  float litWidth = max(0.15 * min(halfFace.x, halfFace.y), 1.2 * pixelRatio * pixel);
  float ring = litIs == 1 && lit ? smoothstep(-litWidth - 0.5 * pixel, -litWidth + 0.5 * pixel, border) : 0.0;

  if (!finished || away) {
    float front = away ? 0.45 : within(cell.z, making) ? 0.75 : emptyLayer;
    float strength = face == 2 ? front : 0.2 * front;
    colour = vec4(mix(background, role3, 0.6), max(edge * smoothstep(2.0, away ? 8.0 : 16.0, cellPixels / pixelRatio), 0.06) * strength);
    if (!lit) colour.a *= 0.6;
    if (!away) colour = mix(colour, vec4(tones[5], face == 2 ? 1.0 : 0.3), ring);
    return;
  }
  vec3 fill = paletteColour(shade);
  vec3 shown = bevelled(litFill(fill, face), onFace, halfFace, border, face);
  shown = mix(shown, mix(role3, shown, 0.25), edge * (0.45 + 0.55 * strongEdges));
  if (!read) shown = mix(shown, background, 0.55 + 0.3 * hatch());
  if (face == 2 && printed > 0.0 && !glass) {
    vec2 packed = texelFetch(texts, texelOf(index), 0).rg;
    float text = textCoverage(packed, onFace * vec2(sign(local.z), 1.0), halfFace, pixel);
    if (text > 0.0) shown = mix(shown, read ? inkOn(fill) : tones[6], text * printed);
  }
  float opacity = 1.0;
  if (glass) opacity = glassLayer * (face == 2 ? 0.8 + 0.8 * edge : 1.0);
  shown = lit ? mix(shown, tones[5], ring) : mix(shown, background, 0.32);
  colour = vec4(shown, opacity);
}
