// The terms of one output cell, one a texel in the order of the sum: (input value, product, running sum, sum of the channel
// so far).

uniform int cell;
uniform int termCount;
uniform int outputExponent;

out highp uvec4 termBits;

void main() {
  int index = texelIndex(outputExponent);
  Sums sums = Sums(0.0, 0.0, vec4(0.0), 0.0);
  if (index < termCount) sums = sumOf(cellAt(cell), index + 1, false);
  termBits = floatBitsToUint(vec4(sums.value, sums.product, sums.running.x, sums.channel));
}
