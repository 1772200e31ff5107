/** The GPU was taken away. Tell it by `code`: two copies of the package have two classes of this name. */
export class GpuLostError extends Error {
  readonly code = 'context-lost';

  constructor(message = 'The WebGL2 context is lost.') {
    super(message);
    this.name = 'GpuLostError';
  }
}

/** A texture that would not fit the byte budget or the context's limits; nothing was allocated. */
export class GpuBudgetError extends Error {
  readonly code = 'too-large';

  constructor(message: string) {
    super(message);
    this.name = 'GpuBudgetError';
  }
}

/** A shader that does not compile or link. The message names the program and quotes the line. */
export class ShaderError extends Error {
  readonly code = 'shader';

  constructor(message: string) {
    super(message);
    this.name = 'ShaderError';
  }
}
