/** Texture units whose samplers a compute client uses. */
const computeUnits = 4;

/**
 * The prologue of a client that draws full-screen triangles from uploads to integer targets: after it, no state that a
 * stranger left can change a result. The client binds its own program, textures, framebuffer and viewport for each draw.
 */
export function resetToKnownState(
  gl: WebGL2RenderingContext,
  vertexArray: WebGLVertexArrayObject | null,
): void {
  gl.bindVertexArray(vertexArray);
  gl.bindTransformFeedback(gl.TRANSFORM_FEEDBACK, null);
  resetFragmentTests(gl);
  resetPixelStore(gl);
  for (let unit = 0; unit < computeUnits; unit++) gl.bindSampler(unit, null);
}

/** Everything between a fragment's value and its texel. */
function resetFragmentTests(gl: WebGL2RenderingContext): void {
  const tests = [
    gl.BLEND,
    gl.CULL_FACE,
    gl.DEPTH_TEST,
    gl.DITHER,
    gl.POLYGON_OFFSET_FILL,
    gl.RASTERIZER_DISCARD,
    gl.SAMPLE_ALPHA_TO_COVERAGE,
    gl.SAMPLE_COVERAGE,
    gl.SCISSOR_TEST,
    gl.STENCIL_TEST,
  ];
  for (const test of tests) gl.disable(test);
  gl.colorMask(true, true, true, true);
}

/** Everything between a typed array and a texel, both ways. */
function resetPixelStore(gl: WebGL2RenderingContext): void {
  gl.bindBuffer(gl.PIXEL_UNPACK_BUFFER, null);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.BROWSER_DEFAULT_WEBGL);
  for (const alignment of [gl.UNPACK_ALIGNMENT, gl.PACK_ALIGNMENT]) gl.pixelStorei(alignment, 4);
  const offsets = [
    gl.UNPACK_ROW_LENGTH,
    gl.UNPACK_IMAGE_HEIGHT,
    gl.UNPACK_SKIP_PIXELS,
    gl.UNPACK_SKIP_ROWS,
    gl.UNPACK_SKIP_IMAGES,
    gl.PACK_ROW_LENGTH,
    gl.PACK_SKIP_PIXELS,
    gl.PACK_SKIP_ROWS,
  ];
  for (const offset of offsets) gl.pixelStorei(offset, 0);
}
