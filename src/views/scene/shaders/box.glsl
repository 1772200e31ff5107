// A box without vertex attributes: three faces towards the eye, four corners each, from the number of the vertex.
const int verticesPerBox = 12;

// Corner of a face on a box of half size 1; `face` is the axis that it is square to. `towards` is +1 or -1 per axis.
vec3 boxCorner(int face, int quarter, vec3 towards) {
  vec2 edge = vec2(quarter == 1 || quarter == 2 ? 1.0 : -1.0, quarter >= 2 ? 1.0 : -1.0);
  vec3 corner = face == 0 ? vec3(1.0, edge) : face == 1 ? vec3(edge.y, 1.0, edge.x) : vec3(edge, 1.0);
  return corner * towards;
}

vec3 towardsEye(vec3 eye, vec3 centre) {
  return vec3(eye.x < centre.x ? -1.0 : 1.0, eye.y < centre.y ? -1.0 : 1.0, eye.z < centre.z ? -1.0 : 1.0);
}

// The two axes of a face, of anything that has three: to the right and up, where there is such a thing.
vec2 onFace(vec3 each, int face) {
  return face == 2 ? each.xy : face == 0 ? each.zy : each.xz;
}

// In floats, which hold these whole numbers: software GL divides integers one after the other.
int quotient(int number, int divisor) {
  return int(floor((float(number) + 0.5) / float(divisor)));
}
