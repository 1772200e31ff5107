// One output cell.

uniform highp usampler2D biasTensor;  // [written channel]
uniform int biasExponent;
uniform bool addBias;
uniform int upTo;
uniform int outputExponent;

out highp uint outputBits;

void main() {
  Cell cell = cellAt(texelIndex(outputExponent));
  float sum = sumOf(cell, upTo).running;
  if (addBias) sum += valueAt(biasTensor, biasExponent, cell.channel);
  outputBits = floatBitsToUint(sum);
}
