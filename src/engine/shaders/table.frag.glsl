// One column of the table of terms: four consecutive entries a texel, each cell's terms in the order of the sum. A fragment
// walks to its entries once and keeps the last four numbers, so that they cost little more than one.

#define PRODUCTS 0
#define RUNNING_SUMS 1
#define CHANNEL_SUMS 2

uniform int column;
uniform int termsPerCell;
uniform int entryCount;
uniform int outputExponent;

out highp uvec4 columnBits;

// The column's numbers of the last four terms before a place in the order of one cell's sum; w is the last.
vec4 lastFourBefore(int end, Cell cell) {
  int readRows = READ_SIDE == BIG ? rowAxis.big : rowAxis.small;
  int readColumns = READ_SIDE == BIG ? columnAxis.big : columnAxis.small;
  int firstReadChannel = cell.channel / writtenChannelsPerGroup * readChannelsPerGroup;
  Weights weights = weightsOf(cell.channel, firstReadChannel);
  int termsPerChannel = rowAxis.kernel * columnAxis.kernel;
  // Only the running sum needs what went before.
  int firstChannel = column == RUNNING_SUMS ? 0 : max(end - 4, 0) / termsPerChannel;
  int order = firstChannel * termsPerChannel;
  vec4 last = vec4(0.0);
  float sum = 0.0;
  for (int channel = firstChannel; channel < readChannelsPerGroup; channel++) {
    int firstWeight = weights.first + channel * weights.readStep;
    if (column == CHANNEL_SUMS) sum = 0.0;
    for (int rowOrder = 0; rowOrder < rowAxis.kernel; rowOrder++) {
      Meeting row = meetingAt(rowAxis, cell.row, rowOrder);
      int rowStart = (cell.batch * readRows + row.other) * readColumns;
      for (int columnOrder = 0; columnOrder < columnAxis.kernel; columnOrder++) {
        if (order == end) return last;
        order++;
        float product = 0.0;
        Meeting met = meetingAt(columnAxis, cell.column, columnOrder);
        if (row.other != NOWHERE && met.other != NOWHERE) {
          int inputPlace = (rowStart + met.other) * readChannels + firstReadChannel + channel;
          int weightPlace = firstWeight + (row.tap * columnAxis.kernel + met.tap) * weights.tapStep;
          product = valueAt(inputTensor, inputExponent, inputPlace) * weightAt(weightPlace);
          sum += product;
        }
        last = vec4(last.yzw, column == PRODUCTS ? product : sum);
      }
    }
  }
  return last;
}

void main() {
  int first = texelIndex(outputExponent) * 4;
  vec4 values = vec4(0.0);
  for (int lane = 0; lane < 4 && first + lane < entryCount;) {
    int order = (first + lane) % termsPerCell;
    int taken = min(4 - lane, termsPerCell - order);
    vec4 last = lastFourBefore(order + taken, cellAt((first + lane) / termsPerCell));
    for (int turn = 0; turn < taken; turn++) values[lane + turn] = last[4 - taken + turn];
    lane += taken;
  }
  columnBits = floatBitsToUint(values);
}
