uniform mat4 projectionMatrix;
uniform mat4 viewMatrix;
uniform vec3 eye;
uniform int stations;            // bit s: station s of staging.ts is shown
uniform highp sampler2D tiles;  // four texels a tile, see buffers.ts
uniform vec3 background;
uniform vec3 tones[8];           // staging.ts

out vec2 across;          // on the face, -1 .. 1
flat out int face;
flat out vec2 halfFace;
flat out float readable;  // -1 where the face is seen from behind: signs would be mirrored
flat out vec3 look;       // opacity, glow, kind
flat out vec3 tone;
flat out vec3 lit;        // colour of the value in the light of this face
flat out vec3 text;       // packed, ink
flat out vec4 firstEnds;
flat out vec4 secondEnds;

void main() {
  int tile = quotient(gl_VertexID, verticesPerBox);
  vec4 first = texelFetch(tiles, ivec2(0, tile), 0);
  vec4 second = texelFetch(tiles, ivec2(1, tile), 0);
  vec4 third = texelFetch(tiles, ivec2(2, tile), 0);
  vec4 fourth = texelFetch(tiles, ivec2(3, tile), 0);
  vec3 boxHalf = 0.5 * second.xyz;
  vec3 towards = towardsEye(eye, first.xyz);
  int vertex = gl_VertexID - tile * verticesPerBox;
  face = vertex >> 2;
  vec3 local = boxCorner(face, vertex & 3, towards);
  across = onFace(local, face);
  halfFace = onFace(boxHalf, face);
  readable = face == 2 ? towards.z : 1.0;
  look = vec3(second.w, third.zw);
  tone = tones[int(fourth.x)];
  vec3 fill = paletteColour(first.w);
  lit = litFill(fill, face);
  text = vec3(third.xy, inkOn(mix(background, fill, second.w)));
  signEnds(third.xy, firstEnds, secondEnds);
  gl_Position = projectionMatrix * viewMatrix * vec4(first.xyz + local * boxHalf, 1.0);
  if ((stations >> int(fourth.y) & 1) == 0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
