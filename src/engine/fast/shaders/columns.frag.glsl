// One shape whose written channels each read one channel: filters of pictures and depthwise layers. A texel holds four columns
// of one channel; a fragment makes four columns of NEIGHBOURS consecutive rows, with the weights of its channel in registers.
//
//     EACH_SLOT(f)                   f(slot, offset, GUARDED or FREE): a texel that is read, counted from the fragment's own
//     EACH_STEP(f, end, g, h)        f(row, texel, level) … end for every row that is read, counted from the fragment's first,
//                                    and the texel and the layer in it, if the first were row 0; inside it
//                                    g(places of the four columns that a tap meets: slot and lane each), then
//                                    h(pixel, tap) for every written row that meets it
//     EACH_WEIGHT(f)                 f(tap), for the taps in the order of the weights

layout(std140) uniform Filters {
  // Of each written channel: its weights, then its bias.
  vec4 filters[FILTER_TEXELS];
};

layout(location = 0) out vec4 targets[TARGETS];

#define PREPARE(slot, offset, texel, level, guard) { \
    int at = place.column * columnStride + (offset); \
    guard(inside[slot] = uint(at) < uint(readTileWidth)) \
    columns[slot] = PLACED(at + origin.x, inputScale.x); \
  }

#define HOIST(tap) weights[tap] = filters[firstFilter + (tap) / 4][(tap) % 4];

#define FREE(statement)
#define GUARDED(statement) statement;
#define LOAD(slot, offset, texel, level, guard) \
  values[slot] = INPUT_AT(columns[slot], inputRow, rowLayer); \
  guard(if (!inside[slot]) values[slot] = vec4(0.0))

#define ROW(offset, texel, level) \
  row = place.row * NEIGHBOURS * rowStride + (offset); \
  if (row >= 0 && row < readRows) { \
    COORDINATE inputRow = PLACED(origin.y + place.row * rowStride + (texel), inputScale.y); \
    COORDINATE rowLayer = COORDINATE(level); \
    EACH_SLOT(LOAD)
#define END_ROW }

#define GATHER(slot0, lane0, slot1, lane1, slot2, lane2, slot3, lane3) \
  met = vec4(values[slot0][lane0], values[slot1][lane1], values[slot2][lane2], values[slot3][lane3]);
#define ADD(pixel, tap) sums[pixel] += met * weights[tap];

#define CLEAR(pixel) sums[pixel] = vec4(0.0);
#define FINISH(pixel) targets[pixel] = finished(sums[pixel], weights[BIAS], place.column * 4);

vec4 finished(vec4 sum, float bias, int column) {
  vec4 value = activated(sum + bias);
  if (writtenColumns % 4 == 0) return value;
  // Who reads beyond the last column relies on zeros.
  return mix(vec4(0.0), value, lessThan(ivec4(0, 1, 2, 3) + column, ivec4(writtenColumns)));
}

void main() {
  Place place = placeOf(ivec2(gl_FragCoord.xy));
  ivec2 origin = originOf(place.image, place.tile / writtenPerGroup);
  const vec2 inputScale = 1.0 / vec2(float(inputWidth), float(inputHeight));
  bool inside[SLOTS];
  COORDINATE columns[SLOTS];
  EACH_SLOT(PREPARE)
  // A constant where there is only one filter: it need not be looked up then.
  int firstFilter = writtenTilesPerImage > 1 ? place.tile * TEXELS_PER_FILTER : 0;
  float weights[BIAS + 1];
  EACH_WEIGHT(HOIST)
  vec4 sums[NEIGHBOURS];
  EACH_TARGET(CLEAR)
  int row;
  vec4 values[SLOTS];
  vec4 met;
  EACH_STEP(ROW, END_ROW, GATHER, ADD)
  EACH_TARGET(FINISH)
}
