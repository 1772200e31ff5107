/** Whether the GPU may still be at work for others than the scene: whoever waits for it then, waits for them. */
export class ForeignWork {
  private readonly gl: WebGL2RenderingContext;
  private hasBegun = false;
  /** Signalled when all is done that others asked for. */
  private fence: WebGLSync | null = null;

  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
  }

  /** Others have used the context. */
  begin(): void {
    this.hasBegun = true;
  }

  /** Never waits. To be asked before a picture is drawn. */
  isPending(): boolean {
    const { gl, fence } = this;
    if (this.hasBegun) {
      this.hasBegun = false;
      gl.deleteSync(fence);
      this.fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    } else if (fence && gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED) {
      gl.deleteSync(fence);
      this.fence = null;
    }
    return this.fence !== null;
  }
}
