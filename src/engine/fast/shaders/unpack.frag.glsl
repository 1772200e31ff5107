// From the fast layout to flat NHWC data, four values a texel, as their bits.

uniform sampler2DArray fastTensor;
uniform int outputExponent;

out uvec4 outputBits;

vec4 texelOf(Cell cell) {
  int tile = cell.image * tilesPerImage + (BY_COLUMNS == 1 ? cell.channel : cell.channel / (4 * BLOCKS));
  ivec2 place = BY_COLUMNS == 1 ? ivec2(cell.column / 4, cell.row / NEIGHBOURS) : ivec2(cell.column / NEIGHBOURS, cell.row);
  int layer = BY_COLUMNS == 1 ? cell.row % NEIGHBOURS : cell.channel / 4 % BLOCKS * NEIGHBOURS + cell.column % NEIGHBOURS;
#if FOLDED
  place.x += tile / tilesPerStack * tileWidth;
  tile %= tilesPerStack;
#endif
  place.y += tile * tileHeight;
  return texelFetch(fastTensor, ivec3(place, layer), 0);
}

float valueOf(Cell cell) {
  return texelOf(cell)[(BY_COLUMNS == 1 ? cell.column : cell.channel) & 3];
}

void main() {
  Cell cell = cellAt(texelIndex(outputExponent) * 4);
  vec4 values;
  if (isWhole()) {
    values = texelOf(cell);
  } else {
    for (int lane = 0; lane < 4; lane++, cell = after(cell)) values[lane] = valueOf(cell);
  }
  outputBits = floatBitsToUint(values);
}
