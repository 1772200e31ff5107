// One shape whose written channels each read one channel: filters of pictures and depthwise layers. A texel holds four columns
// of one channel; a fragment makes four columns of NEIGHBOURS consecutive rows, with the weights of its channel in registers.
//
//     EACH_SLOT(f)                   f(slot, offset, GUARDED or FREE): a texel that is read, counted from the fragment's own
//     EACH_STEP(f, end, g, h)        f(row) … end for every row that is read, counted from the fragment's first; inside it
//                                    g(places of the four columns that a tap meets: slot and lane each), then
//                                    h(pixel, tap) for every written row that meets it
//     EACH_WEIGHT(f)                 f(tap), for the taps in the order of the weights

layout(std140) uniform Filters {
  // Of each written channel: its weights, then its bias.
  vec4 filters[FILTER_TEXELS];
};

layout(location = 0) out vec4 targets[TARGETS];

#define PREPARE(slot, offset, guard) { \
    int at = place.column * columnStride + (offset); \
    inside[slot] = at >= 0 && at < readTileWidth; \
    columns[slot] = PLACED(at + origin.x, inputScale.x); \
  }

#define HOIST(tap) weights[tap] = filters[firstFilter + (tap) / 4][(tap) % 4];

#define FREE(slot)
#define GUARDED(slot) if (!inside[slot]) values[slot] = vec4(0.0);
#define LOAD(slot, offset, guard) values[slot] = INPUT_AT(columns[slot], inputRow, layer); guard(slot)

#define ROW(offset) { \
    int row = firstRow + (offset); \
    if (row >= 0 && row < readRows) { \
      COORDINATE inputRow = PLACED(origin.y + row / NEIGHBOURS, inputScale.y); \
      COORDINATE layer = COORDINATE(row % NEIGHBOURS); \
      EACH_SLOT(LOAD)
#define END_ROW } }

#define GATHER(slot0, lane0, slot1, lane1, slot2, lane2, slot3, lane3) \
  met = vec4(values[slot0][lane0], values[slot1][lane1], values[slot2][lane2], values[slot3][lane3]);
#define ADD(pixel, tap) sums[pixel] += met * weights[tap];

#define CLEAR(pixel) sums[pixel] = vec4(0.0);
#define FINISH(pixel) targets[pixel] = finished(sums[pixel], weights[BIAS], place.column * 4);

vec4 finished(vec4 sum, float bias, int column) {
  vec4 value = sum + bias;
  for (int lane = 0; activation != NONE && lane < 4; lane++) value[lane] = activate(activation, value[lane]);
  // Who reads beyond the last column relies on zeros.
  for (int lane = 0; writtenColumns % 4 != 0 && lane < 4; lane++) {
    if (column + lane >= writtenColumns) value[lane] = 0.0;
  }
  return value;
}

void main() {
  Place place = placeOf(ivec2(gl_FragCoord.xy));
  ivec2 origin = originOf(place.image, place.tile / writtenPerGroup);
  const vec2 inputScale = 1.0 / vec2(float(inputWidth), float(inputHeight));
  bool inside[SLOTS];
  COORDINATE columns[SLOTS];
  EACH_SLOT(PREPARE)
  int firstFilter = place.tile * TEXELS_PER_FILTER;
  float weights[BIAS + 1];
  EACH_WEIGHT(HOIST)
  int firstRow = place.row * NEIGHBOURS * rowStride;
  vec4 sums[NEIGHBOURS];
  EACH_TARGET(CLEAR)
  vec4 values[SLOTS];
  vec4 met;
  EACH_STEP(ROW, END_ROW, GATHER, ADD)
  EACH_TARGET(FINISH)
}
