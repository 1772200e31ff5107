/** What a context can do, asked once per generation by trying, never by its name. */
export interface Capabilities {
  /** Texels on a side of the largest texture. */
  readonly maxTextureSize: number;
  /** Float bits can be rendered into integer textures: the exact path's only need. */
  readonly integerTargets: boolean;
  /** float32 can be rendered into textures of four channels: the fast path's first need. */
  readonly floatTargets: boolean;
}

export function probeCapabilities(gl: WebGL2RenderingContext): Capabilities {
  // Without it no context renders into floats; with it some still refuse.
  gl.getExtension('EXT_color_buffer_float');
  return {
    maxTextureSize: gl.getParameter(gl.MAX_TEXTURE_SIZE) as number,
    integerTargets: rendersTo(gl, gl.RGBA32UI),
    floatTargets: rendersTo(gl, gl.RGBA32F),
  };
}

/** Formats promised by the standard can still be refused by a driver: attach a texel and see. */
function rendersTo(gl: WebGL2RenderingContext, internalFormat: GLenum): boolean {
  const texture = gl.createTexture();
  const framebuffer = gl.createFramebuffer();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, internalFormat, 1, 1);
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  const complete = gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE;
  gl.deleteFramebuffer(framebuffer);
  gl.deleteTexture(texture);
  return complete;
}
