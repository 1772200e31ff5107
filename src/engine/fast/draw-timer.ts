import { GpuLostError } from '../../gpu/errors.js';
import type { Job } from '../backend.js';
import type { Device } from '../device.js';
import { finished } from '../transfer.js';

/** EXT_disjoint_timer_query_webgl2; TypeScript's library does not know it. */
interface TimerExtension {
  readonly TIME_ELAPSED_EXT: GLenum;
  readonly GPU_DISJOINT_EXT: GLenum;
}

/** Times draws on the GPU's own clock: waiting between slices and whatever else the page draws is not counted. */
export class DrawTimer {
  private readonly device: Device;
  private readonly extension: TimerExtension | null;
  private readonly queries: WebGLQuery[] = [];

  constructor(device: Device) {
    this.device = device;
    this.extension = device.gl.getExtension('EXT_disjoint_timer_query_webgl2') as TimerExtension | null;
    // Asking clears what was before.
    if (this.extension) device.gl.getParameter(this.extension.GPU_DISJOINT_EXT);
  }

  /** Inside `Device.enter`. */
  readonly around = (draw: () => void): void => {
    const { extension } = this;
    if (!extension) return draw();
    const { gl } = this.device;
    const query = gl.createQuery();
    gl.beginQuery(extension.TIME_ELAPSED_EXT, query);
    draw();
    gl.endQuery(extension.TIME_ELAPSED_EXT);
    this.queries.push(query);
  };

  /** Milliseconds of all draws so far; null where the GPU has no such clock, or its clock was disturbed meanwhile. */
  async total(job: Job): Promise<number | null> {
    const { extension, queries } = this;
    const { gl } = this.device;
    if (!extension) return null;
    try {
      do await finished(this.device, job);
      while (!queries.every((query) => gl.getQueryParameter(query, gl.QUERY_RESULT_AVAILABLE) as boolean));
      if (this.device.lost) throw new GpuLostError();
      const nanoseconds = queries.map((query) => gl.getQueryParameter(query, gl.QUERY_RESULT) as number);
      const isDisturbed = gl.getParameter(extension.GPU_DISJOINT_EXT) as boolean;
      return isDisturbed ? null : nanoseconds.reduce((sum, time) => sum + time, 0) / 1e6;
    } finally {
      for (const query of queries) gl.deleteQuery(query);
    }
  }
}
