uniform mat4 projectionMatrix;
uniform mat4 viewMatrix;
uniform vec3 eye;
uniform ivec4 boxes;     // columns, rows, depth, repeats
uniform ivec4 firstBox;  // of those that this pass looks at
uniform ivec4 drawnBoxes; // how many these are
uniform vec3 origin;     // centre of cell 0
uniform vec2 pitch;      // column, row
uniform vec3 depthStep;  // from a channel to the next
uniform vec3 repeatStep; // from a copy to the next
uniform vec3 cellSize;
uniform ivec2 making;    // first and last
uniform int layerStep;   // of slabs that are seen through, one in so many has a front
uniform ivec3 narrow;    // 1 for an axis on which nothing is seen between boxes
#ifdef OPAQUE
uniform ivec3 shell;     // 1 for an axis of which only the faces of the nearest boxes are drawn
uniform ivec2 faceEnds;  // faces are drawn axis by axis, fronts first, which hide most: where those of the first two axes end
#endif

out vec2 across;         // see lattice.frag
flat out int face;
flat out vec2 halfBox;
flat out float readable;
flat out ivec4 place;
#ifdef SLABS
flat out vec2 cells;
#else
flat out ivec4 boxState;
flat out vec4 boxLook;
#ifdef PRINTED
flat out vec3 boxText;
flat out vec4 firstEnds;
flat out vec4 secondEnds;
#endif
#endif

// With OPAQUE, boxes are drawn that hide what is behind them; without it the others.
#ifdef OPAQUE
const bool opaquePass = true;
#else
const bool opaquePass = false;
#endif

// What is opaque from near to far, so that the depth test spares what is hidden; the rest from far to near, so that glass is
// blended over what lies behind it.
int inTurn(int index, int count, bool towardsHigherIndex) {
  return towardsHigherIndex != opaquePass ? index : count - 1 - index;
}

bool isSolid(ivec4 from) {
  bvec4 here = inTeeth(from, solidFrom, solidStep, solidCount);
  return solidIs == 0 || all(here) && all(greaterThanEqual(solidCount.xy, vec2(patchSize)));
}

// All cells of the box that begins here are opaque.
bool hides(ivec4 from) {
  float end = max(orderOf(from), orderOf(from + ivec4(patchSize - 1, 0, 0)));
  return isSolid(from) && !within(from.w, ghosts) && end < done;
}

#ifdef OPAQUE
// A box that hides stands before this face, so close that nothing is seen between them.
bool isCovered(vec3 towards, bool eyeIsBeyond) {
  if (narrow[face] == 0) return false;
  ivec4 away = ivec4(towards.x > 0.0 ? 1 : -1, towards.y > 0.0 ? -1 : 1, eyeIsBeyond ? 1 : -1, 0);
  ivec4 before = place + away * ivec4(face == 0, face == 1, face == 2, 0) * ivec4(patchSize, 1, 1);
  ivec3 counts = boxes.xyz * ivec3(patchSize, 1);
  bool isWithin = all(greaterThanEqual(before.xyz, ivec3(0))) && all(lessThan(before.xyz, counts));
  return isWithin && hides(before);
}
#endif

#ifdef SLABS
// Of a slab that is seen through, and nothing more, only some have a front.
bool hasFront() {
  bvec4 here = inTeeth(place, solidFrom, solidStep, solidCount);
  bool isGlass = solidIs == 1 && !(here.z && here.w);
  float start = min(orderOf(place), orderOf(place + ivec4(patchSize - 1, 0, 0)));
  bool isPointedAt = litIs == 1 && isLit(ivec4(ivec2(litFrom.xy), place.zw));
  return !isGlass && start < done || isPointedAt || within(place.z, making) || place.z % layerStep == 0;
}
#endif

#ifndef SLABS
// A box is one cell.
void lookOfBox() {
  Cell cell = cellAt(place);
  boxState = ivec4(cell.finished, cell.glass, cell.away, cell.lit);
  boxLook = vec4(litFill(cell.fill, face), cell.read);
#ifdef PRINTED
  boxText = vec3(cell.text, inkOn(cell.fill));
  signEnds(cell.text, firstEnds, secondEnds);
#endif
}
#endif

// Sets the face, and how many boxes the list has that its box is of. What is opaque shows one face after the other of an axis; of
// what is seen through, a box shows all of its own before the next one, for each is blended over those behind it.
int boxOfVertex(out ivec4 listed) {
  int quad = gl_VertexID >> 2;
  listed = drawnBoxes;
#ifdef OPAQUE
  int list = int(quad >= faceEnds.x) + int(quad >= faceEnds.y);
  face = list == 0 ? 2 : list - 1;
  if (shell[face] == 1) listed[face] = 1;
  return quad - (list == 0 ? 0 : faceEnds[list - 1]);
#else
  int box = quotient(quad, 3);
  face = quad - 3 * box;
  return box;
#endif
}

void main() {
  ivec4 listed;
  int box = boxOfVertex(listed);
  vec3 plane = vec3(float(boxes.x * patchSize.x - 1) * pitch.x, -float(boxes.y * patchSize.y - 1) * pitch.y, 0.0);
  vec3 middle = origin + 0.5 * (plane + float(boxes.z - 1) * depthStep + float(boxes.w - 1) * repeatStep);
  bool eyeIsBeyond = dot(eye - middle, depthStep) > 0.0;
  int line = quotient(box, listed.x);
  int layer = quotient(line, listed.y);
  int copy = quotient(layer, listed.z);
  int column = firstBox.x + inTurn(box - line * listed.x, drawnBoxes.x, eye.x > middle.x);
  int row = firstBox.y + inTurn(line - layer * listed.y, drawnBoxes.y, eye.y < middle.y);
  int depth = firstBox.z + inTurn(layer - copy * listed.z, drawnBoxes.z, eyeIsBeyond);
  int repeat = firstBox.w + inTurn(copy, drawnBoxes.w, dot(eye - middle, repeatStep) > 0.0);
  place = ivec4(column * patchSize.x, row * patchSize.y, depth, repeat);
  vec2 spread = vec2(patchSize - 1) * 0.5;
  vec3 centre = origin + vec3(
    (float(place.x) + spread.x) * pitch.x,
    -(float(place.y) + spread.y) * pitch.y,
    0.0
  ) + float(depth) * depthStep + float(repeat) * repeatStep;
  vec3 boxHalf = 0.5 * (cellSize + vec3(vec2(patchSize - 1) * pitch, 0.0));
  vec3 towards = towardsEye(eye, centre);
  vec3 local = boxCorner(face, gl_VertexID & 3, towards);
  across = onFace(local, face);
  halfBox = onFace(boxHalf, face);
  readable = face == 2 ? towards.z : 1.0;
  bool isOpaque = hides(place);
#ifdef OPAQUE
  bool isDrawn = isOpaque && !isCovered(towards, eyeIsBeyond);
#else
  bool isDrawn = !isOpaque;
#endif
#ifdef SLABS
  if (!isOpaque && face == 2) isDrawn = isDrawn && hasFront();
  cells = vec2(face == 0 ? 1 : patchSize.x, face == 1 ? 1 : patchSize.y);
  // Rows are counted from the top, places on a face from below.
  place.x += face == 0 && towards.x > 0.0 ? patchSize.x - 1 : 0;
  place.y += face == 1 && towards.y > 0.0 ? 0 : patchSize.y - 1;
#else
  lookOfBox();
#endif
  gl_Position = isDrawn ? projectionMatrix * viewMatrix * vec4(centre + local * boxHalf, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}
