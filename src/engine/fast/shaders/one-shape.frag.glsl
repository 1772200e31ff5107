// One shape: numbers are constants, and who meets whom along a row of columns is written out beforehand (fast/meetings.ts).
// A fragment makes BLOCKS channel blocks of NEIGHBOURS consecutive columns from SLOTS columns that it reads.
//
//     EACH_SLOT(f)           f(slot, offset, texel, level, GUARDED or FREE): a column that is read, counted from the
//                            fragment's first, and the texel and the layer in it, if the first were column 0
//     EACH_MEETING(f, g)     f(tap), then g(pixel, slot) for every pixel that meets a slot through this tap

// Where fragments step over whole texels of the tensor that is read, a slot keeps to its layer.
#if TEXEL_STEP > 0
#define PREPARE(slot, offset, texel, level, guard) \
  columns[slot] = PLACED(place.column * TEXEL_STEP + (texel), inputScale.x); \
  guard(inside[slot] = uint(place.column * COLUMN_STEP + (offset)) < uint(readColumns))
#define LAYER(slot, level) COORDINATE(level)
#else
#define PREPARE(slot, offset, texel, level, guard) { \
    int at = place.column * COLUMN_STEP + (offset); \
    int whole = (at + READ_NEIGHBOURS * 4096) / READ_NEIGHBOURS - 4096; \
    columns[slot] = PLACED(whole, inputScale.x); \
    layers[slot] = COORDINATE(at - whole * READ_NEIGHBOURS); \
    guard(inside[slot] = uint(at) < uint(readColumns)) \
  }
#define LAYER(slot, level) layers[slot]
#endif

#define FREE(statement)
#define GUARDED(statement) statement;
#if READ_BLOCKS > 1
#define IN_LAYER(layer) (layer) + firstLayer
#else
#define IN_LAYER(layer) layer
#endif
#if READ_FOLDED
#define IN_STACK(column) (column) + STEPS(origin.x, inputScale.x)
#else
#define IN_STACK(column) column
#endif
#define LOAD(slot, offset, texel, level, guard) \
  values[slot] = INPUT_AT(IN_STACK(columns[slot]), inputRow, IN_LAYER(LAYER(slot, level))); \
  guard(if (!inside[slot]) values[slot] = vec4(0.0))

#define LOAD_WEIGHT(tap, written, lane) \
  weights[(written) * READ_LANES + lane] = \
      WEIGHTS_AT(weightColumn + STEPS((tap) * LANES + lane, weightScale.x), weightRows[written]);
#define LOAD_WEIGHTS(tap) EACH_WEIGHT(LOAD_WEIGHT, tap)

#if DIAGONAL
#define MULTIPLY(pixel, slot, written, lane) sums[pixel] += values[slot] * weights[0];
#else
#define MULTIPLY(pixel, slot, written, lane) \
  sums[(written) * NEIGHBOURS + pixel] += values[slot][lane] * weights[(written) * READ_LANES + lane];
#endif
#define ADD(pixel, slot) EACH_PRODUCT(MULTIPLY, pixel, slot)

// A macro, because a loop of one turn is not unrolled everywhere: rows and blocks loop only where there are several.
#define READ(block, firstBlockLayer) { \
    COORDINATE firstLayer = COORDINATE(firstBlockLayer); \
    int readBlock = firstBlock + (block); \
    ivec2 origin = originOf(place.image, readBlock >> READ_BLOCKS_EXPONENT); \
    COORDINATE inputRow = PLACED(origin.y + walk.other, inputScale.y); \
    COORDINATE weightColumn = PLACED((block) * columnKernel * LANES, weightScale.x); \
    vec4 values[SLOTS]; \
    vec4 weights[BLOCKS * READ_LANES]; \
    EACH_SLOT(LOAD) \
    EACH_MEETING(LOAD_WEIGHTS, ADD) \
  }

// The first target of each written block.
#define LOCATE_WEIGHTS(target) \
  if (target % NEIGHBOURS == 0) \
    weightRows[target / NEIGHBOURS] = PLACED(firstWeightRow + target / NEIGHBOURS * rowKernel + walk.tap, weightScale.y);

#define CLEAR(target) sums[target] = vec4(0.0);
#define LOAD_BIAS(target) \
  if (target % NEIGHBOURS == 0) bias[target / NEIGHBOURS] = \
      WEIGHTS_AT(PLACED(biasColumn, weightScale.x), PLACED(firstWeightRow + target / NEIGHBOURS * rowKernel, weightScale.y));
#define FINISH(target) \
  targets[target] = withinColumns( \
      activated(sums[target] + bias[target / NEIGHBOURS]), place.column * NEIGHBOURS + target % NEIGHBOURS);

// The first layer of a block that is read.
int layerOf(int block) {
  return (block & (READ_BLOCKS - 1)) * READ_NEIGHBOURS;
}

void main() {
  Place place = placeOf(ivec2(gl_FragCoord.xy));
  const vec2 inputScale = 1.0 / vec2(float(inputWidth), float(inputHeight));
  const vec2 weightScale = 1.0 / vec2(float(weightWidth), float(weightHeight));
  bool inside[SLOTS];
  COORDINATE columns[SLOTS];
  COORDINATE layers[SLOTS];
  EACH_SLOT(PREPARE)
  vec4 sums[TARGETS];
  EACH_TARGET(CLEAR)
  int firstBlock = firstReadBlock(place.tile);
  int firstWeightRow = place.tile * BLOCKS * rowKernel;
  Walk walk = rowWalk(place.row);
#if !ONE_ROW
  for (; walk.tap < rowKernel; walk.tap += rowTapStep, walk.other += rowOtherStep)
#endif
  if (walk.other >= 0 && walk.other < readRows) {
    COORDINATE weightRows[BLOCKS];
    EACH_TARGET(LOCATE_WEIGHTS)
#if ONE_BLOCK
    READ(0, layerOf(firstBlock))
#elif PAIRS
    for (int block = 0; block < readBlocks; block += 2) {
      READ(block, 0)
      READ(block + 1, READ_NEIGHBOURS)
    }
#else
    for (int block = 0; block < readBlocks; block++) READ(block, layerOf(firstBlock + block))
#endif
  }
  vec4 bias[BLOCKS];
  EACH_TARGET(LOAD_BIAS)
  EACH_TARGET(FINISH)
}
