uniform int role;         // index into tones
uniform ivec2 making;     // first and last
uniform float glassLayer; // opacity of one layer of glass
uniform float emptyLayer; // strength of one layer of empty cells

in vec3 local;
flat in ivec4 place;
flat in int face;
flat in vec3 boxHalf;
flat in ivec4 boxState; // finished, glass, away, lit
flat in vec4 boxLook;   // fill, read
flat in vec2 boxText;

out vec4 colour;

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

float hatch() {
  vec2 diagonal = gl_FragCoord.xy / pixelRatio;
  return step(0.62, fract((diagonal.x + diagonal.y) / 7.0));
}

#ifndef SLABS
// A box is one cell, which the vertex shader looked at.
Cell cellOfBox() {
  bvec4 state = bvec4(boxState);
  return Cell(state.x, state.y, state.z, state.w, boxLook.w > 0.5, boxLook.rgb, boxText);
}
#endif

// An outline that says where a value will be, or was.
vec4 outline(Cell cell, float edge, float ring, float cellPixels, int depth) {
  float front = cell.away ? 0.45 : within(depth, making) ? 0.75 : emptyLayer;
  float strength = face == 2 ? front : 0.2 * front;
  float sharp = edge * smoothstep(2.0, cell.away ? 8.0 : 16.0, cellPixels / pixelRatio);
  vec4 drawn = vec4(mix(background, tones[role], 0.6), max(sharp, 0.06) * strength);
  if (!cell.lit) drawn.a *= 0.6;
  return cell.away ? drawn : mix(drawn, vec4(tones[5], face == 2 ? 1.0 : 0.3), ring);
}

// A value.
vec4 filled(Cell cell, vec2 onFace, vec2 halfFace, float border, float pixel, float edge, float ring) {
  vec3 shown = litFill(cell.fill, face);
  if (border >= bevel) shown = bevelled(shown, onFace, halfFace, border, face);
  if (edge > 0.0) shown = mix(shown, mix(tones[role], shown, 0.25), edge * (0.45 + 0.55 * strongEdges));
  if (!cell.read) shown = mix(shown, background, 0.55 + 0.3 * hatch());
  if (face == 2 && printed > 0.0 && !cell.glass) {
    float text = textCoverage(cell.text, onFace * vec2(sign(local.z), 1.0), halfFace, pixel);
    if (text > 0.0) shown = mix(shown, cell.read ? inkOn(cell.fill) : tones[6], text * printed);
  }
  float opacity = cell.glass ? glassLayer * (face == 2 ? 0.8 + 0.8 * edge : 1.0) : 1.0;
  shown = cell.lit ? mix(shown, tones[5], ring) : mix(shown, background, 0.32);
  return vec4(shown, opacity);
}

void main() {
  vec2 onFace, halfFace;
  float pixel = unitsPerPixel();
  ivec4 at = cellHere(onFace, halfFace);
#ifdef SLABS
  Cell cell = cellAt(at);
#else
  Cell cell = cellOfBox();
#endif
  float border = roundedEdge(onFace, halfFace, min(0.09, 0.5 * min(halfFace.x, halfFace.y)));
  float cellPixels = 2.0 * min(halfFace.x, halfFace.y) / pixel;
  float edge = 0.0;
  if (cellPixels > 3.0 * pixelRatio) {
    float edgeWidth = max(1.0 * pixelRatio * pixel, 0.02) * (1.0 + strongEdges);
    edge = smoothstep(-edgeWidth - pixel, -edgeWidth, border) * smoothstep(3.0, 7.0, cellPixels / pixelRatio);
  }
  float ring = 0.0;
  if (litIs == 1 && cell.lit) {
    float litWidth = max(0.15 * min(halfFace.x, halfFace.y), 1.2 * pixelRatio * pixel);
    ring = smoothstep(-litWidth - 0.5 * pixel, -litWidth + 0.5 * pixel, border);
  }
  if (!cell.finished || cell.away) colour = outline(cell, edge, ring, cellPixels, at.z);
  else colour = filled(cell, onFace, halfFace, border, pixel, edge, ring);
}
