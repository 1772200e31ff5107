uniform mat4 projectionMatrix;
uniform mat4 viewMatrix;
uniform vec3 eye;
uniform int stations;        // bit s: station s of staging.ts is shown
uniform highp sampler2D lines;     // three texels a line, see buffers.ts
uniform float unitsPerPixel; // at distance 1: cell units that a device pixel covers
uniform float pixelRatio;

flat out vec4 look;          // tone, opacity, dash, behind
out float along;

void main() {
  int line = gl_VertexID >> 2;
  int corner = gl_VertexID & 3;
  vec4 first = texelFetch(lines, ivec2(0, line), 0);
  vec4 second = texelFetch(lines, ivec2(1, line), 0);
  look = texelFetch(lines, ivec2(2, line), 0);
  bool atEnd = corner >= 2;
  vec3 here = atEnd ? second.xyz : first.xyz;
  vec3 direction = normalize(second.xyz - first.xyz);
  vec3 view = eye - here;
  vec3 side = cross(direction, view);
  side = length(side) > 1e-6 ? normalize(side) : vec3(0.0);
  float halfWidth = 0.5 * max(first.w, 1.25 * pixelRatio * unitsPerPixel * length(view));
  float sign = corner == 0 || corner == 3 ? -1.0 : 1.0;
  vec3 point = here + side * sign * halfWidth + direction * (atEnd ? halfWidth : -halfWidth);
  along = atEnd ? distance(first.xyz, second.xyz) : 0.0;
  gl_Position = projectionMatrix * viewMatrix * vec4(point, 1.0);
  if ((stations >> int(second.w) & 1) == 0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
