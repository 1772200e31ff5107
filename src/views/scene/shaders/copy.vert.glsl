uniform vec2 share; // part of the picture that is used

out vec2 place;

void main() {
  vec2 corner = vec2(gl_VertexID == 1 ? 2.0 : 0.0, gl_VertexID == 2 ? 2.0 : 0.0);
  place = corner * share;
  gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}
