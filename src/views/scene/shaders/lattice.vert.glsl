uniform mat4 projectionMatrix;
uniform mat4 viewMatrix;
uniform vec3 eye;
uniform ivec4 boxes;     // columns, rows, depth, repeats of drawn boxes
uniform ivec2 patchSize; // cells painted on one box: columns, rows
uniform vec3 origin;     // centre of cell 0
uniform vec4 pitch;      // column, row, depth, repeat
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
  vec3 middle = origin + vec3(float(boxes.x - 1) * pitch.x, -float(boxes.y - 1) * pitch.y, 0.0) * 0.5;
  int column = farToNear(box % boxes.x, boxes.x, eye.x > middle.x);
  int row = farToNear((box / boxes.x) % boxes.y, boxes.y, eye.y < middle.y);
  int depth = farToNear((box / (boxes.x * boxes.y)) % boxes.z, boxes.z, eye.z < origin.z);
  int repeat = farToNear(box / (boxes.x * boxes.y * boxes.z), boxes.w, eye.x > middle.x);
  place = ivec4(column * patchSize.x, row * patchSize.y, depth, repeat);
  vec2 spread = vec2(patchSize - 1) * 0.5;
  vec3 centre = origin + vec3(
    (float(place.x) + spread.x) * pitch.x + float(repeat) * pitch.w,
    -(float(place.y) + spread.y) * pitch.y,
    -float(depth) * pitch.z
  );
  boxHalf = 0.5 * (cellSize + vec3(vec2(patchSize - 1) * pitch.xy, 0.0));
  local = boxCorner(gl_VertexID - box * verticesPerBox, towardsEye(eye, centre), face);
  gl_Position = projectionMatrix * viewMatrix * vec4(centre + local * boxHalf, 1.0);
}
