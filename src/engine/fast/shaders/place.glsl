// Where the tiles of a tensor lie in its texture; see fast/layout.ts.

// What a fragment writes: `tile` of its image, and a place in the tile.
struct Place {
  int image;
  int tile;
  int row;
  int column;
};

Place placeOf(ivec2 texel) {
  int tile = texel.y / writtenTileHeight;
  int row = texel.y - tile * writtenTileHeight;
  int column = texel.x;
#if WRITTEN_FOLDED
  int stack = texel.x / writtenTileWidth;
  tile += stack * writtenTilesPerStack;
  column -= stack * writtenTileWidth;
#endif
  int image = tile / writtenTilesPerImage;
  return Place(image, tile - image * writtenTilesPerImage, row, column);
}

// The first texel of a tile of the tensor that is read.
ivec2 originOf(int image, int tile) {
  int place = image * readTilesPerImage + tile;
#if READ_FOLDED
  int stack = place / readTilesPerStack;
  return ivec2(stack * readTileWidth, (place - stack * readTilesPerStack) * readTileHeight);
#else
  return ivec2(0, place * readTileHeight);
#endif
}
