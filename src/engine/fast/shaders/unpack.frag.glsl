// From the fast layout to flat NHWC data, four values a texel, as their bits.

uniform int outputExponent;

out uvec4 outputBits;

vec4 texelOf(Cell cell) {
  int position = BY_COLUMNS ? cell.row : cell.column;
  int block = BY_COLUMNS ? cell.channel : cell.channel / 4;
  int tile = cell.image * tilesPerImage + block / blocks;
  ivec2 place = ivec2(tile / tilesPerStack * tileWidth, tile % tilesPerStack * tileHeight);
  place += BY_COLUMNS ? ivec2(cell.column / 4, position / neighbours) : ivec2(position / neighbours, cell.row);
  return texelFetch(fastTensor, ivec3(place, block % blocks * neighbours + position % neighbours), 0);
}

void main() {
  int first = texelIndex(outputExponent) * 4;
  vec4 values;
  if (!BY_COLUMNS && channels % 4 == 0) {
    values = texelOf(cellAt(first));
  } else {
    for (int lane = 0; lane < 4; lane++) {
      Cell cell = cellAt(first + lane);
      values[lane] = texelOf(cell)[(BY_COLUMNS ? cell.column : cell.channel) & 3];
    }
  }
  outputBits = floatBitsToUint(values);
}
