// From flat NHWC data to the fast layout.

uniform usampler2D flatTensor;
uniform int flatExponent;

layout(location = 0) out vec4 targets[TARGETS];

// The four values that begin with a cell: those beyond the last column and channel are 0.
vec4 texelOf(Cell cell, bool whole) {
  if (cell.column >= columns || cell.channel >= channels || cell.row >= rows) return vec4(0.0);
  int offset = offsetOf(cell);
  if (whole) return texelAt(flatTensor, flatExponent, offset);
  int count = BY_COLUMNS == 1 ? columns - cell.column : channels - cell.channel;
  int step = BY_COLUMNS == 1 ? channels : 1;
  vec4 values = vec4(valueAt(flatTensor, flatExponent, offset), 0.0, 0.0, 0.0);
  if (count > 1) values.y = valueAt(flatTensor, flatExponent, offset + step);
  if (count > 2) values.z = valueAt(flatTensor, flatExponent, offset + 2 * step);
  if (count > 3) values.w = valueAt(flatTensor, flatExponent, offset + 3 * step);
  return values;
}

Cell cellOf(int image, int tile, ivec2 place, int layer) {
#if BY_COLUMNS
  return Cell(image, place.y * NEIGHBOURS + layer, place.x * 4, tile);
#else
  int block = tile * BLOCKS + layer / NEIGHBOURS;
  return Cell(image, place.y, place.x * NEIGHBOURS + layer % NEIGHBOURS, block * 4);
#endif
}

#define WRITE(target) targets[target] = values[target];

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  ivec2 at = place / ivec2(tileWidth, tileHeight);
  place -= at * ivec2(tileWidth, tileHeight);
  int tile = at.x * tilesPerStack + at.y;
  int image = tile / tilesPerImage;
  tile -= image * tilesPerImage;
  bool whole = isWhole();
  // Targets cannot be counted through; a loop is compiled sooner than as many copies.
  vec4 values[TARGETS];
  for (int layer = 0; layer < TARGETS; layer++) values[layer] = texelOf(cellOf(image, tile, place, layer), whole);
  EACH_TARGET(WRITE)
}
