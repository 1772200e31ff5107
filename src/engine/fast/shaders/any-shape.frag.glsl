// Every shape of one operation: numbers are uniforms, so that one program answers a new shape at once. A fragment makes
// one channel block of NEIGHBOURS consecutive columns.

#define CLEAR(pixel) sums[pixel] = vec4(0.0); walks[pixel] = columnWalk(place.column * NEIGHBOURS + pixel);

// The column that a pixel reads at this turn of its walk.
#define LOCATE(pixel) { \
    int tap = walks[pixel].tap + turn * columnTapStep; \
    int at = walks[pixel].other + turn * columnOtherStep; \
    inside[pixel] = tap < columnKernel && at >= 0 && at < readColumns; \
    columns[pixel] = PLACED(at >> NEIGHBOURS_EXPONENT, inputScale.x); \
    layers[pixel] = COORDINATE(at & (NEIGHBOURS - 1)); \
    taps[pixel] = PLACED(tap * LANES, weightScale.x); \
  }

#define LOAD(pixel) \
  value = INPUT_AT(columns[pixel] + tileColumn, inputRow, layers[pixel]); \
  if (!inside[pixel]) value = vec4(0.0);

#define WEIGHT(pixel, lane) WEIGHTS_AT(taps[pixel] + weightColumn + STEPS(lane, weightScale.x), weightRow)

#if DIAGONAL
#define LOAD_WEIGHTS(pixel) weights[0] = WEIGHT(pixel, 0);
#define MULTIPLY(pixel) sums[pixel] += value * weights[0];
#else
#define LOAD_WEIGHTS(pixel) \
  weights[0] = WEIGHT(pixel, 0); \
  weights[1] = WEIGHT(pixel, 1); \
  weights[2] = WEIGHT(pixel, 2); \
  weights[3] = WEIGHT(pixel, 3);
#define MULTIPLY(pixel) \
  sums[pixel] += value.x * weights[0]; \
  sums[pixel] += value.y * weights[1]; \
  sums[pixel] += value.z * weights[2]; \
  sums[pixel] += value.w * weights[3];
#endif

// From a small position all pixels go through the same tap at the same time; from big ones each through its own.
#if WRITTEN_SIDE == SMALL
#define ADD(pixel) LOAD(pixel) MULTIPLY(pixel)
#else
#define ADD(pixel) LOAD(pixel) LOAD_WEIGHTS(pixel) MULTIPLY(pixel)
#endif

#define ADD_BIAS(pixel) results[pixel] = sums[pixel] + bias;
#define FINISH(pixel) targets[pixel] = withinColumns(results[pixel], place.column * NEIGHBOURS + pixel);

void main() {
  Place place = placeOf(ivec2(gl_FragCoord.xy));
  vec2 inputScale = 1.0 / vec2(textureSize(inputTensor, 0).xy);
  vec2 weightScale = 1.0 / vec2(textureSize(weightTensor, 0));
  vec4 sums[NEIGHBOURS];
  Walk walks[NEIGHBOURS];
  EACH_NEIGHBOUR(CLEAR)
  int firstBlock = firstReadBlock(place.tile);
  int firstWeightRow = place.tile * rowKernel;
  Walk firstRow = rowWalk(place.row);
  // Rows inside columns: to locate many columns takes longer than to locate a row.
  for (int turn = 0; turn < columnTurns; turn++) {
    bool inside[NEIGHBOURS];
    COORDINATE columns[NEIGHBOURS];
    COORDINATE layers[NEIGHBOURS];
    COORDINATE taps[NEIGHBOURS];
    EACH_NEIGHBOUR(LOCATE)
    Walk walk = firstRow;
    // One loop over rows and blocks: entering a loop costs as much as a few loads where all sums are carried along.
    for (int block = 0; walk.tap < rowKernel;) {
      bool isInside = walk.other >= 0 && walk.other < readRows;
      if (isInside) {
        ivec2 origin = originOf(place.image, firstBlock + block);
        COORDINATE tileColumn = STEPS(origin.x, inputScale.x);
        COORDINATE inputRow = PLACED(origin.y + walk.other, inputScale.y);
        COORDINATE weightRow = PLACED(firstWeightRow + walk.tap, weightScale.y);
        COORDINATE weightColumn = STEPS(block * columnKernel * LANES, weightScale.x);
        vec4 value;
        vec4 weights[LANES];
#if WRITTEN_SIDE == SMALL
        LOAD_WEIGHTS(0)
#endif
        EACH_NEIGHBOUR(ADD)
      }
      block++;
      if (!isInside || block == readBlocks) {
        block = 0;
        walk.tap += rowTapStep;
        walk.other += rowOtherStep;
      }
    }
  }
  vec4 bias = WEIGHTS_AT(PLACED(biasColumn, weightScale.x), PLACED(firstWeightRow, weightScale.y));
  vec4 results[NEIGHBOURS];
  EACH_NEIGHBOUR(ADD_BIAS)
  // A loop is compiled sooner than as many copies; not over the sums, which are quicker where nothing counts through them.
  for (int pixel = 0; activation != NONE && pixel < NEIGHBOURS; pixel++) results[pixel] = activated(results[pixel]);
  EACH_NEIGHBOUR(FINISH)
}
