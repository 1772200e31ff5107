// Four sums at once, each as shaders/activation.glsl does it.

vec4 activated(vec4 sums) {
  if (activation == NONE) return sums;
  return vec4(
    activate(activation, sums.x),
    activate(activation, sums.y),
    activate(activation, sums.z),
    activate(activation, sums.w)
  );
}
