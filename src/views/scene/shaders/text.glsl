// Printed numbers: where the signs of a text end, and what they cover.
uniform float advances[32];  // width of each sign, in em

int codeAt(vec2 packed, int which) {
  int number = int(which < 4 ? packed.x : packed.y);
  return (number >> (5 * (3 - (which & 3)))) & 31;
}

// Where each of the eight signs ends, in em from the start of the text.
void signEnds(vec2 packed, out vec4 first, out vec4 second) {
  float end = 0.0;
  for (int i = 0; i < 4; i++) first[i] = end += advances[codeAt(packed, i)];
  for (int i = 0; i < 4; i++) second[i] = end += advances[codeAt(packed, i + 4)];
}
