// The cells of a tensor in the fast layout; see fast/layout.ts. Divisions are dear: there is one for each axis and no more.

// Of the tensor.
uniform int rows;
uniform int columns;
uniform int channels;
// Of its layout.
uniform int tileWidth;
uniform int tileHeight;
uniform int tilesPerImage;
uniform int tilesPerStack;

struct Cell {
  int image;
  int row;
  int column;
  int channel;
};

// The cell at a place of the flat NHWC data.
Cell cellAt(int offset) {
  int pixel = offset / channels;
  int line = pixel / columns;
  int image = line / rows;
  return Cell(image, line - image * rows, pixel - line * columns, offset - pixel * channels);
}

int offsetOf(Cell cell) {
  return ((cell.image * rows + cell.row) * columns + cell.column) * channels + cell.channel;
}

// The cell that follows in the flat data.
Cell after(Cell cell) {
  cell.channel++;
  if (cell.channel == channels) {
    cell.channel = 0;
    cell.column++;
  }
  if (cell.column == columns) {
    cell.column = 0;
    cell.row++;
  }
  if (cell.row == rows) {
    cell.row = 0;
    cell.image++;
  }
  return cell;
}

// Four consecutive values of the flat data fill a texel of the layout.
bool isWhole() {
  return BY_COLUMNS == 1 ? channels == 1 && columns % 4 == 0 : channels % 4 == 0;
}
