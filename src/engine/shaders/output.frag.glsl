// Four consecutive values of the flat output.

uniform highp usampler2D biasTensor;  // [written channel]
uniform int biasExponent;
uniform bool addBias;
uniform int activation;
uniform int upTo;
uniform int outputExponent;

out highp uvec4 outputBits;

void main() {
  int first = texelIndex(outputExponent) * 4;
  // Whole blocks of four in a group: the four channels share everything but their weights.
  bool four = writtenChannelsPerGroup % 4 == 0;
  vec4 values;
  for (int lane = 0; lane < 4; lane += four ? 4 : 1) {
    vec4 running = sumOf(cellAt(first + lane), upTo, four).running;
    if (four) values = running;
    else values[lane] = running.x;
  }
  for (int lane = 0; addBias && lane < 4; lane++) {
    values[lane] += valueAt(biasTensor, biasExponent, (first + lane) % writtenChannels);
  }
  for (int lane = 0; activation != NONE && lane < 4; lane++) values[lane] = activate(activation, values[lane]);
  outputBits = floatBitsToUint(values);
}
