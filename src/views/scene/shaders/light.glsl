// The light on a cell's faces, and the ink that is read on a colour. Either shader asks: the vertex shader where a face has one colour.
uniform float darkTheme;     // 0 or 1

const float equalContrast = 0.1791;
float relativeLuminance(vec3 colour) {
  vec3 linear = mix(colour / 12.92, pow((colour + 0.055) / 1.055, vec3(2.4)), step(0.04045, colour));
  return dot(linear, vec3(0.2126, 0.7152, 0.0722));
}

vec3 inkOn(vec3 fill) {
  return vec3(relativeLuminance(fill) > equalContrast ? 0.0 : 1.0);
}

// The front shows the exact colour of the table; top and sides are lit so that depth is read.
vec3 litFill(vec3 fill, int face) {
  if (face == 2) return fill;
  if (face == 1) return mix(fill, vec3(1.0), mix(0.34, 0.14, darkTheme));
  return mix(fill, mix(vec3(0.16, 0.13, 0.1), vec3(0.0), darkTheme), mix(0.16, 0.34, darkTheme));
}
