// The two ways to load a texel, whichever this device is quicker at: by whole numbers or by fractions of the texture.
// Coordinates are prepared once and stepped, so that a load costs an addition. Nearest filtering, one level: no rounding.

#if BY_FRACTION
#define COORDINATE float
#define PLACED(index, scale) ((float(index) + 0.5) * (scale))
#define STEPS(count, scale) (float(count) * (scale))
#define INPUT_AT(column, row, layer) texture(inputTensor, vec3(column, row, layer))
#define WEIGHTS_AT(column, row) texture(weightTensor, vec2(column, row))
#else
#define COORDINATE int
#define PLACED(index, scale) (index)
#define STEPS(count, scale) (count)
#define INPUT_AT(column, row, layer) texelFetch(inputTensor, ivec3(column, row, layer), 0)
#define WEIGHTS_AT(column, row) texelFetch(weightTensor, ivec2(column, row), 0)
#endif

uniform sampler2DArray inputTensor;
