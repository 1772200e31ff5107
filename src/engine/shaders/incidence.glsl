// The one relation between the two sides of a convolution, read in both directions: the twin of math/incidence.ts.
//
//     big = small * stride + tap * dilation - padBefore          on each spatial axis
//
// A convolution reads `big` (its input) and writes `small`; a transposed convolution reads `small` and writes `big`.
// Channels: within a group every small channel meets every big channel. Counted from 0 throughout.
// The header defines READ_SIDE and WRITTEN_SIDE as BIG or SMALL.

#define BIG 0
#define SMALL 1
// Returned where no cell is met.
#define NOWHERE -1

// One spatial axis of a stage: cells on both sides, taps of the kernel, and the numbers of the relation.
struct Axis {
  int big;
  int small;
  int kernel;
  int stride;
  int dilation;
  int padBefore;
};

// A place in the order of the sum: the position that is met on the other side, or NOWHERE, and the tap.
struct Meeting {
  int other;
  int tap;
};

// The big cell that a small cell meets through a tap, or NOWHERE on padding.
int bigAt(Axis axis, int small, int tap) {
  int big = small * axis.stride + tap * axis.dilation - axis.padBefore;
  return big >= 0 && big < axis.big ? big : NOWHERE;
}

// The small cell that a big cell meets through a tap, or NOWHERE between or beyond the small cells.
int smallAt(Axis axis, int big, int tap) {
  int steps = big + axis.padBefore - tap * axis.dilation;
  if (steps < 0 || steps % axis.stride != 0) return NOWHERE;
  int small = steps / axis.stride;
  return small < axis.small ? small : NOWHERE;
}

// The tap of one written cell at a place in the order in which the cells that are read follow each other:
// from a small cell taps run upward, from a big cell downward.
Meeting meetingAt(Axis axis, int position, int order) {
  int tap = WRITTEN_SIDE == SMALL ? order : axis.kernel - 1 - order;
  int other = WRITTEN_SIDE == SMALL ? bigAt(axis, position, tap) : smallAt(axis, position, tap);
  return Meeting(other, tap);
}
