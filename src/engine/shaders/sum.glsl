// The sum of one output cell, term by term: channel by channel of the tensor that is read, then its rows, then its
// columns. One scalar accumulator a cell and no shared factors, so that every step rounds as the reference does.

uniform Axis rowAxis;
uniform Axis columnAxis;
// Channels of the whole tensor that is read, and of one group on either side.
uniform int readChannels;
uniform int readChannelsPerGroup;
uniform int writtenChannels;
uniform int writtenChannelsPerGroup;

uniform highp usampler2D inputTensor;   // [batch, row, column, channel] of the side that is read
uniform highp usampler2D weightTensor;  // [kernel row, kernel column, big channel within the group, small channel]
uniform int inputExponent;
uniform int weightExponent;

// One cell of the output, [batch, row, column, channel].
struct Cell {
  int batch;
  int row;
  int column;
  int channel;
};

// The last term that was added, the accumulator after it (x), and the sum of the last channel's terms alone. Of the three
// written channels that follow there are the accumulators alone (yzw).
struct Sums {
  float value;
  float product;
  vec4 running;
  float channel;
};

// Where the weights of one written channel lie: the first one, and the steps to the next channel read, the next channel
// written and the next tap.
struct Weights {
  int first;
  int readStep;
  int writtenStep;
  int tapStep;
};

// The cell at a place of the flat output.
Cell cellAt(int offset) {
  int rows = WRITTEN_SIDE == BIG ? rowAxis.big : rowAxis.small;
  int columns = WRITTEN_SIDE == BIG ? columnAxis.big : columnAxis.small;
  int position = offset / writtenChannels;
  int row = position / columns;
  return Cell(row / rows, row % rows, position % columns, offset % writtenChannels);
}

Weights weightsOf(int writtenChannel, int firstReadChannel) {
  int bigPerGroup = READ_SIDE == BIG ? readChannelsPerGroup : writtenChannelsPerGroup;
  int smallChannels = READ_SIDE == BIG ? writtenChannels : readChannels;
  int tapStep = bigPerGroup * smallChannels;
  if (READ_SIDE == BIG) return Weights(writtenChannel, smallChannels, 1, tapStep);
  int first = writtenChannel % bigPerGroup * smallChannels + firstReadChannel;
  return Weights(first, 1, smallChannels, tapStep);
}

float weightAt(int offset) {
  return valueAt(weightTensor, weightExponent, offset);
}

// The weights of a block of four written channels.
vec4 fourWeightsAt(int offset, int step) {
  // Next to each other they fill one texel.
  if (WRITTEN_SIDE == SMALL) return texelAt(weightTensor, weightExponent, offset);
  return vec4(weightAt(offset), weightAt(offset + step), weightAt(offset + 2 * step), weightAt(offset + 3 * step));
}

// The sum of the first `upTo` terms. Taps that meet no cell keep their place but add nothing. With `four` also the sums
// of the next three channels, which must be of the same group: they meet the same cells through the same taps.
Sums sumOf(Cell cell, int upTo, bool four) {
  int readRows = READ_SIDE == BIG ? rowAxis.big : rowAxis.small;
  int readColumns = READ_SIDE == BIG ? columnAxis.big : columnAxis.small;
  int firstReadChannel = cell.channel / writtenChannelsPerGroup * readChannelsPerGroup;
  Weights weights = weightsOf(cell.channel, firstReadChannel);
  Sums sums = Sums(0.0, 0.0, vec4(0.0), 0.0);
  int order = 0;
  for (int channel = 0; channel < readChannelsPerGroup; channel++) {
    if (order < upTo) sums.channel = 0.0;
    int firstWeight = weights.first + channel * weights.readStep;
    for (int rowOrder = 0; rowOrder < rowAxis.kernel; rowOrder++) {
      Meeting row = meetingAt(rowAxis, cell.row, rowOrder);
      int rowStart = (cell.batch * readRows + row.other) * readColumns;
      for (int columnOrder = 0; columnOrder < columnAxis.kernel; columnOrder++) {
        if (order >= upTo) return sums;
        order++;
        sums.value = 0.0;
        sums.product = 0.0;
        Meeting column = meetingAt(columnAxis, cell.column, columnOrder);
        if (row.other == NOWHERE || column.other == NOWHERE) continue;
        int inputPlace = (rowStart + column.other) * readChannels + firstReadChannel + channel;
        int weightPlace = firstWeight + (row.tap * columnAxis.kernel + column.tap) * weights.tapStep;
        sums.value = valueAt(inputTensor, inputExponent, inputPlace);
        vec4 weight = four ? fourWeightsAt(weightPlace, weights.writtenStep) : vec4(weightAt(weightPlace));
        sums.product = sums.value * weight.x;
        sums.running.x += sums.product;
        sums.channel += sums.product;
        sums.running.y += sums.value * weight.y;
        sums.running.z += sums.value * weight.z;
        sums.running.w += sums.value * weight.w;
      }
    }
  }
  return sums;
}
