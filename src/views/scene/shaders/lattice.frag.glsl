uniform vec3 tone;        // of the volume: software GL is slow to look it up in a table
uniform ivec2 making;     // first and last
uniform float glassLayer; // opacity of one layer of glass
uniform float emptyLayer; // strength of one layer of empty cells

in vec2 across;          // on the face of the box, -1 .. 1
flat in int face;
flat in vec2 halfBox;    // half the size of the face
flat in float readable;  // -1 where the face is seen from behind: signs would be mirrored
flat in ivec4 place;     // first cell of the box; on a slab, the first one of this face's lowest row
#ifdef SLABS
flat in vec2 cells;      // painted on this face
#else
flat in ivec4 boxState;  // finished, glass, away, lit
flat in vec4 boxLook;    // colour in the light of this face, read
#ifdef PRINTED
flat in vec3 boxText;    // packed, ink
flat in vec4 firstEnds;
flat in vec4 secondEnds;
#endif
#endif

out vec4 colour;

struct Spot {
  vec2 at;         // on the face of the cell, -1 .. 1
  vec2 halfFace;
  float border;    // distance to it, negative inside
  float pixel;     // cell units
  float pixels;    // of the cell's shorter side
};

float hatch() {
  vec2 diagonal = gl_FragCoord.xy / pixelRatio;
  return step(0.62, fract((diagonal.x + diagonal.y) / 7.0));
}

#ifndef SLABS
// A box is one cell, which the vertex shader looked at.
Cell cellOfBox() {
  bvec4 state = bvec4(boxState);
  Cell cell = Cell(state.x, state.y, state.z, state.w, boxLook.w > 0.5, boxLook.rgb, vec2(0.0));
#ifdef OPAQUE
  cell.finished = true;
  cell.glass = cell.away = false;
#endif
  return cell;
}
#endif

// An outline that says where a value will be, or was.
vec4 outline(Cell cell, Spot spot, float edge, float ring, int depth) {
  float front = cell.away ? 0.45 : within(depth, making) ? 0.75 : emptyLayer;
  float strength = face == 2 ? front : 0.2 * front;
  float sharp = edge * smoothstep(2.0, cell.away ? 8.0 : 16.0, spot.pixels / pixelRatio);
  vec4 drawn = vec4(mix(background, tone, 0.6), max(sharp, 0.06) * strength);
  if (!cell.lit) drawn.a *= 0.6;
  return cell.away ? drawn : mix(drawn, vec4(tones[5], face == 2 ? 1.0 : 0.3), ring);
}

// The number on a front; what can be read through is not printed on.
vec3 printedOn(vec3 shown, Cell cell, Spot spot) {
#ifdef PRINTED
#ifdef SLABS
  vec4 firstEnds, secondEnds;
  signEnds(cell.text, firstEnds, secondEnds);
  vec3 boxText = vec3(cell.text, inkOn(cell.fill));
#endif
  vec2 at = spot.at * spot.halfFace * vec2(readable, 1.0);
  float text = textCoverage(boxText.xy, firstEnds, secondEnds, at, spot.halfFace, spot.pixel);
  if (face == 2 && !cell.glass) shown = mix(shown, cell.read ? vec3(boxText.z) : tones[6], text * printed);
#endif
  return shown;
}

// A value.
vec4 filled(Cell cell, Spot spot, float edge, float ring) {
#ifdef SLABS
  vec3 shown = litFill(cell.fill, face);
#else
  vec3 shown = cell.fill;
#endif
  shown = bevelled(shown, spot.at, spot.border, face);
  shown = mix(shown, mix(tone, shown, 0.25), edge * (0.45 + 0.55 * strongEdges));
#ifdef SOME_UNREAD
  if (!cell.read) shown = mix(shown, background, 0.55 + 0.3 * hatch());
#endif
  shown = printedOn(shown, cell, spot);
  float opacity = cell.glass ? glassLayer * (face == 2 ? 0.8 + 0.8 * edge : 1.0) : 1.0;
  shown = cell.lit ? mix(shown, tones[5], ring) : mix(shown, background, 0.32);
  return vec4(shown, opacity);
}

void main() {
  Spot spot;
#ifdef SLABS
  vec2 painted = (across * 0.5 + 0.5) * cells;
  vec2 which = clamp(floor(painted), vec2(0.0), cells - 1.0);
  spot.at = (painted - which) * 2.0 - 1.0;
  spot.halfFace = halfBox / cells;
  Cell cell = cellAt(place + ivec4(int(which.x), -int(which.y), 0, 0));
#else
  spot.at = across;
  spot.halfFace = halfBox;
  Cell cell = cellOfBox();
#endif
  vec2 spread = fwidth(across) * halfBox;
  spot.pixel = max(max(spread.x, spread.y), 1e-6);
  float shorter = min(spot.halfFace.x, spot.halfFace.y);
  spot.border = roundedEdge(spot.at * spot.halfFace, spot.halfFace, min(0.09, 0.5 * shorter));
  spot.pixels = 2.0 * shorter / spot.pixel;
  float edgeWidth = max(1.0 * pixelRatio * spot.pixel, 0.02) * (1.0 + strongEdges);
  float edge = smoothstep(-edgeWidth - spot.pixel, -edgeWidth, spot.border) * smoothstep(3.0, 7.0, spot.pixels / pixelRatio);
  float litWidth = max(0.15 * shorter, 1.2 * pixelRatio * spot.pixel);
  float ring = smoothstep(-litWidth - 0.5 * spot.pixel, -litWidth + 0.5 * spot.pixel, spot.border) * float(litIs == 1 && cell.lit);
  if (!cell.finished || cell.away) colour = outline(cell, spot, edge, ring, place.z);
  else colour = filled(cell, spot, edge, ring);
}
