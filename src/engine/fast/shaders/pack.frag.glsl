// From flat NHWC data to the fast layout.

uniform usampler2D flatTensor;
uniform int flatExponent;

layout(location = 0) out vec4 targets[TARGETS];

// The value of a cell, or 0 beyond the last column and channel.
float valueOf(Cell cell) {
  if (cell.column >= columns || cell.channel >= channels || cell.row >= rows) return 0.0;
  return valueAt(flatTensor, flatExponent, offsetOf(cell));
}

// The texel that begins with a cell.
vec4 texelOf(Cell cell) {
  vec4 values;
  for (int lane = 0; lane < 4; lane++) {
    values[lane] = valueOf(cell);
    if (BY_COLUMNS) cell.column++;
    else cell.channel++;
  }
  return values;
}

vec4 layerOf(int image, int tile, ivec2 place, int layer) {
  if (BY_COLUMNS) return texelOf(Cell(image, place.y * neighbours + layer, place.x * 4, tile));
  Cell cell = Cell(image, place.y, place.x * neighbours + layer % neighbours, (tile * blocks + layer / neighbours) * 4);
  // Whole blocks lie in one texel on either side.
  bool whole = channels % 4 == 0 && cell.column < columns && cell.channel < channels;
  return whole ? texelAt(flatTensor, flatExponent, offsetOf(cell)) : texelOf(cell);
}

#define PACK(target) targets[target] = layerOf(tile / tilesPerImage, tile % tilesPerImage, place, target);

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  ivec2 at = place / ivec2(tileWidth, tileHeight);
  place -= at * ivec2(tileWidth, tileHeight);
  int tile = at.x * tilesPerStack + at.y;
  EACH_TARGET(PACK)
}
