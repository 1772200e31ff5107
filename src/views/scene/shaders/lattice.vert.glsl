uniform mat4 projectionMatrix;
uniform mat4 viewMatrix;
uniform vec3 eye;
uniform ivec4 boxes;     // columns, rows, depth, repeats of drawn boxes
uniform ivec2 patchSize; // cells painted on one box: columns, rows
uniform vec3 origin;     // centre of cell 0
uniform vec2 pitch;      // column, row
uniform vec3 depthStep;  // from a channel to the next
uniform vec3 repeatStep; // from a copy to the next
uniform vec3 cellSize;

out vec3 local;          // on the box, -1 .. 1
flat out ivec4 place;    // first cell of the box
flat out int face;
flat out vec3 boxHalf;

// From far to near along each axis, so that glass is blended over what lies behind it.
int farToNear(int index, int count, bool towardsHigherIndex) {
  return towardsHigherIndex ? index : count - 1 - index;
}

void main() {
  int box = gl_VertexID / verticesPerBox;
  vec3 plane = vec3(float(boxes.x * patchSize.x - 1) * pitch.x, -float(boxes.y * patchSize.y - 1) * pitch.y, 0.0);
  vec3 middle = origin + 0.5 * (plane + float(boxes.z - 1) * depthStep + float(boxes.w - 1) * repeatStep);
  int column = farToNear(box % boxes.x, boxes.x, eye.x > middle.x);
  int row = farToNear((box / boxes.x) % boxes.y, boxes.y, eye.y < middle.y);
  int depth = farToNear((box / (boxes.x * boxes.y)) % boxes.z, boxes.z, dot(eye - middle, depthStep) > 0.0);
  int repeat = farToNear(box / (boxes.x * boxes.y * boxes.z), boxes.w, dot(eye - middle, repeatStep) > 0.0);
  place = ivec4(column * patchSize.x, row * patchSize.y, depth, repeat);
  vec2 spread = vec2(patchSize - 1) * 0.5;
  vec3 centre = origin + vec3(
    (float(place.x) + spread.x) * pitch.x,
    -(float(place.y) + spread.y) * pitch.y,
    0.0
  ) + float(depth) * depthStep + float(repeat) * repeatStep;
  boxHalf = 0.5 * (cellSize + vec3(vec2(patchSize - 1) * pitch, 0.0));
  local = boxCorner(gl_VertexID - box * verticesPerBox, towardsEye(eye, centre), face);
  gl_Position = projectionMatrix * viewMatrix * vec4(centre + local * boxHalf, 1.0);
}
