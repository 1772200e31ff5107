// The inner loop of a convolution and nothing else, to learn what a device is quick at: the weights of four channels, then
// one texel and its products for each target.

uniform sampler2D weightTensor;

layout(location = 0) out vec4 targets[TARGETS];

#define CLEAR(target) sums[target] = vec4(0.0);
#define ADD(target) \
  value = INPUT_AT(column, row, COORDINATE(target)); \
  sums[target] += value.x * weights[0]; \
  sums[target] += value.y * weights[1]; \
  sums[target] += value.z * weights[2]; \
  sums[target] += value.w * weights[3];
#define WRITE(target) targets[target] = sums[target];

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  const vec2 scale = 1.0 / vec2(SIZE);
  COORDINATE column = PLACED(place.x, scale.x);
  vec4 sums[TARGETS];
  EACH_TARGET(CLEAR)
  for (int turn = 0; turn < TURNS; turn++) {
    COORDINATE row = PLACED((place.y + turn) & (SIZE - 1), scale.y);
    COORDINATE weight = PLACED(turn * 4, scale.x);
    vec4 weights[4];
    weights[0] = WEIGHTS_AT(weight, row);
    weights[1] = WEIGHTS_AT(weight + STEPS(1, scale.x), row);
    weights[2] = WEIGHTS_AT(weight + STEPS(2, scale.x), row);
    weights[3] = WEIGHTS_AT(weight + STEPS(3, scale.x), row);
    vec4 value;
    EACH_TARGET(ADD)
  }
  EACH_TARGET(WRITE)
}
