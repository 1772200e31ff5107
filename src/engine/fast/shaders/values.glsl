// Single values of a tensor in the fast layout; see fast/layout.ts.

uniform sampler2DArray fastTensor;
// Of the tensor.
uniform int rows;
uniform int columns;
uniform int channels;
// Of its layout.
uniform int neighbours;
uniform int blocks;
uniform int tileWidth;
uniform int tileHeight;
uniform int tilesPerImage;
uniform int tilesPerStack;

// A place of the flat NHWC data.
struct Cell {
  int image;
  int row;
  int column;
  int channel;
};

Cell cellAt(int offset) {
  int pixel = offset / channels;
  int line = pixel / columns;
  return Cell(line / rows, line % rows, pixel % columns, offset % channels);
}

int offsetOf(Cell cell) {
  return ((cell.image * rows + cell.row) * columns + cell.column) * channels + cell.channel;
}
