// Which channel blocks a fragment reads, and how it ends. The weights of a written block lie in one row of their texture for
// each row of the kernel: block by block that is read, tap by tap, channel by channel, four written channels a texel.
// Behind the first of these rows lies the bias.

uniform sampler2D weightTensor;

layout(location = 0) out vec4 targets[TARGETS];

// The first block that the written blocks of a tile meet: they read the channels of their groups.
int firstReadBlock(int tile) {
#if DIAGONAL
  return tile * BLOCKS;
#else
  // Where it is always the first there is nothing to divide.
  if (lastFirstBlock == 0) return 0;
  return min(tile * BLOCKS * 4 / writtenPerGroup * readPerGroup / 4, lastFirstBlock);
#endif
}

// Who reads beyond the last column relies on zeros.
vec4 withinColumns(vec4 value, int column) {
  return writtenColumns % NEIGHBOURS == 0 || column < writtenColumns ? value : vec4(0.0);
}
