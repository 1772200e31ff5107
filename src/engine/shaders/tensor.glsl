// A tensor in a texture: four consecutive values of the flat NHWC data a texel, as the bits of float32, row after row
// of a texture whose width is 2^exponent. Integer texels are never filtered, blended, converted or rounded, and unlike sampler2D an
// usampler2D has no low default precision to fall into.

// The four values of the texel that holds the value at an offset.
vec4 texelAt(highp usampler2D tensor, int exponent, int offset) {
  int index = offset >> 2;
  ivec2 place = ivec2(index & ((1 << exponent) - 1), index >> exponent);
  return uintBitsToFloat(texelFetch(tensor, place, 0));
}

float valueAt(highp usampler2D tensor, int exponent, int offset) {
  return texelAt(tensor, exponent, offset)[offset & 3];
}

// The texel that this fragment writes, counted along the rows of the target.
int texelIndex(int exponent) {
  ivec2 place = ivec2(gl_FragCoord.xy);
  return (place.y << exponent) + place.x;
}
