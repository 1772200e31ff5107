// The relation of shaders/incidence.glsl as a walk. The exact path asks of every tap whom it meets, because each has its place
// in the order of the sum; here only the taps that do meet a cell are taken. They follow each other at equal steps:
//
//     WRITTEN_SIDE SMALL   tap 0, 1, 2 …                  at big positions `dilation` apart
//     WRITTEN_SIDE BIG     every tapStep-th tap           at small positions `otherStep` apart, downward
//
// A walk may begin and end beyond the edges of the tensor that is read.

#define BIG 0
#define SMALL 1

// The first tap that meets, and where.
struct Walk {
  int tap;
  int other;
};

Walk walkFrom(int position, int kernel, int stride, int dilation, int padBefore, int tapStep) {
#if WRITTEN_SIDE == SMALL
  return Walk(0, position * stride - padBefore);
#else
  // Lifted by whole steps, because the remainder of a negative number is undefined.
  int reach = position + padBefore + stride * dilation;
  for (int tap = 0; tap < tapStep; tap++) {
    int steps = reach - tap * dilation;
    if (steps % stride == 0) return Walk(tap, steps / stride - dilation);
  }
  return Walk(kernel, 0);
#endif
}

Walk rowWalk(int row) {
  return walkFrom(row, rowKernel, rowStride, rowDilation, rowPadBefore, rowTapStep);
}

Walk columnWalk(int column) {
  return walkFrom(column, columnKernel, columnStride, columnDilation, columnPadBefore, columnTapStep);
}
