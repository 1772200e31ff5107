// One kind of work and as little else as possible: multiply-adds in registers, loads of texels, or writes to targets.

uniform sampler2D weightTensor;
uniform vec4 factor;

layout(location = 0) out vec4 targets[TARGETS];

#define CLEAR(target) sums[target] = vec4(target);
#if WORK == MULTIPLY_ADDS
#define ADD(target) sums[target] = sums[target] * factor + start;
#elif WORK == LOADS
#define ADD(target) sums[target] += INPUT_AT(column + STEPS(target, scale.x), row, COORDINATE(0));
#else
#define ADD(target) sums[target] += start;
#endif
#define WRITE(target) targets[target] = sums[target];

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  const vec2 scale = 1.0 / vec2(SIZE);
  vec4 start = gl_FragCoord;
  COORDINATE column = PLACED(place.x, scale.x);
  vec4 sums[CHAINS];
  EACH_CHAIN(CLEAR)
  for (int turn = 0; turn < TURNS; turn++) {
    COORDINATE row = PLACED((place.y + turn) & (SIZE - 1), scale.y);
    EACH_CHAIN(ADD)
#if WORK == MULTIPLY_ADDS
    // More of them in a turn, so that the loop's own work does not count.
    EACH_CHAIN(ADD)
    EACH_CHAIN(ADD)
    EACH_CHAIN(ADD)
#endif
  }
#if TARGETS == 1
  vec4 sum = vec4(0.0);
  for (int chain = 0; chain < CHAINS; chain++) sum += sums[chain];
  targets[0] = sum;
#else
  EACH_CHAIN(WRITE)
#endif
}
