// What is done to a finished sum, in the steps of math/activation.ts, each of which rounds as there: the twin of it.
// Comparisons instead of min and max, so that no literal is multiplied by zero and what is no number stays so.

#define NONE 0
#define RELU 1
#define RELU6 2
#define H_SWISH 3

// The float32 next to 1/6, by its bits: not every compiler reads decimals to the last one.
const float SIXTH = uintBitsToFloat(0x3e2aaaabu);

float activate(int activation, float x) {
  if (activation == RELU) return x <= 0.0 ? 0.0 : x;
  if (activation == RELU6) return x <= 0.0 ? 0.0 : x >= 6.0 ? 6.0 : x;
  if (activation == H_SWISH) {
    if (x <= -3.0) return 0.0;
    if (x >= 3.0) return x;
    // No product is added to anything, so that there is nothing to fuse.
    return x * ((x + 3.0) * SIXTH);
  }
  return x;
}
