uniform vec3 background;
uniform vec3 tones[8];
uniform float hidden; // 1: the pass that shows what stands behind something, faintly

flat in vec4 look;
in float along;

out vec4 colour;

void main() {
  if (look.z > 0.0 && fract(along / look.z) > 0.6) discard;
  if (hidden > 0.5) {
    if (look.w <= 0.0) discard;
    colour = vec4(tones[int(look.x)], look.w * look.y);
    return;
  }
  colour = vec4(mix(background, tones[int(look.x)], look.y), 1.0);
}
