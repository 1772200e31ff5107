// What a cell of a volume shows. The vertex shader asks for a box, which is one cell; the fragment shader for the cells painted on a slab.
#if defined(TEXTS) && (defined(SLABS) || defined(OPAQUE))
#define PRINTED // what is seen through as a whole box bears no number
#endif

uniform highp sampler2D values;  // elements, NHWC or [kh, kw, big, small] flattened
uniform highp sampler2D texts;   // packed texts of the same elements; 1 x 1 where there are none
uniform highp sampler2D reading; // red: column is read, green: row is read
uniform int valuesExponent;   // their rows are 2^valuesExponent elements long
uniform int base;
uniform ivec4 strides;     // column, row, depth, repeat
uniform ivec2 patchSize;   // cells painted on one box: columns, rows
uniform float range;
uniform highp sampler2D ranges; // of each channel, in rows of its width
uniform int channels;      // of the tensor; with CHANNEL_RANGES each has its own range
uniform float done;
uniform float orderOffset;
uniform vec4 orderStrides;
uniform int litIs;         // 1 when a comb is lit
uniform vec4 litFrom;
uniform vec4 litStep;
uniform vec4 litCount;
uniform int solidIs;       // 1 when what is outside a comb is glass
uniform vec4 solidFrom;
uniform vec4 solidStep;
uniform vec4 solidCount;
uniform ivec2 ghosts;      // first and last
uniform float printed;     // 0 .. 1: numbers are large enough to be read; with TEXTS above 0

struct Cell {
  bool finished;
  bool glass;
  bool away;
  bool lit;
  bool read;
  vec3 fill;
  vec2 text; // packed
};

// Axis by axis. In floats: software GL divides integers one after the other.
bvec4 inTeeth(ivec4 cell, vec4 from, vec4 step, vec4 count) {
  vec4 away = vec4(cell) - from;
  vec4 tooth = floor((away + 0.5) / step);
  vec4 met = vec4(equal(tooth * step, away)) * vec4(greaterThanEqual(away, vec4(0.0)));
  return bvec4(met * vec4(lessThan(tooth, count)));
}

bool within(int place, ivec2 range) {
  return place >= range.x && place <= range.y;
}

float orderOf(ivec4 cell) {
  return orderOffset + dot(vec4(cell), orderStrides);
}

bool isLit(ivec4 cell) {
  return litIs == 0 || all(inTeeth(cell, litFrom, litStep, litCount));
}

ivec2 texelOf(int index) {
  return ivec2(index & ((1 << valuesExponent) - 1), index >> valuesExponent);
}

float rangeOf(int index) {
#ifdef CHANNEL_RANGES
  // Channels are the last axis of every tensor.
  int channel = index % channels;
  int width = textureSize(ranges, 0).x;
  return texelFetch(ranges, ivec2(channel % width, channel / width), 0).r;
#else
  return range;
#endif
}

vec3 fillOf(int index) {
  float value = texelFetch(values, texelOf(index), 0).r;
  float span = rangeOf(index);
  float shade = span > 0.0 ? clamp(value / span, -1.0, 1.0) : 0.0;
  if (!(abs(value) <= 3.4e38)) shade = 2.0;
  return paletteColour(shade);
}

bool isRead(ivec4 cell) {
#ifdef SOME_UNREAD
  return texelFetch(reading, ivec2(cell.x, 0), 0).r > 0.5 && texelFetch(reading, ivec2(cell.y, 0), 0).g > 0.5;
#else
  return true;
#endif
}

Cell cellAt(ivec4 place) {
  Cell cell;
  cell.finished = orderOf(place) < done;
  cell.glass = solidIs == 1 && !all(inTeeth(place, solidFrom, solidStep, solidCount));
  cell.away = within(place.w, ghosts);
  cell.lit = isLit(place);
  cell.read = true;
  cell.fill = vec3(0.0);
  cell.text = vec2(0.0);
  if (!cell.finished || cell.away) return cell;
  int index = base + place.x * strides.x + place.y * strides.y + place.z * strides.z + place.w * strides.w;
  cell.read = isRead(place);
  cell.fill = fillOf(index);
#ifdef PRINTED
  cell.text = texelFetch(texts, texelOf(index), 0).rg;
#endif
  return cell;
}
