uniform mat4 projectionMatrix;
uniform mat4 viewMatrix;
uniform vec3 eye;
uniform int stations;            // bit s: station s of staging.ts is shown
uniform highp sampler2D tiles;  // four texels a tile, see buffers.ts

out vec3 local;
flat out int face;
flat out vec3 boxHalf;
flat out vec4 look;       // shade, opacity, glow, kind
flat out vec3 signs;      // packed text, tone

void main() {
  int tile = gl_VertexID / verticesPerBox;
  vec4 first = texelFetch(tiles, ivec2(0, tile), 0);
  vec4 second = texelFetch(tiles, ivec2(1, tile), 0);
  vec4 third = texelFetch(tiles, ivec2(2, tile), 0);
  vec4 fourth = texelFetch(tiles, ivec2(3, tile), 0);
  boxHalf = 0.5 * second.xyz;
  look = vec4(first.w, second.w, third.z, third.w);
  signs = vec3(third.xy, fourth.x);
  local = boxCorner(gl_VertexID - tile * verticesPerBox, towardsEye(eye, first.xyz), face);
  gl_Position = projectionMatrix * viewMatrix * vec4(first.xyz + local * boxHalf, 1.0);
  if ((stations >> int(fourth.y) & 1) == 0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
