export type EngineErrorCode = 'too-large' | 'out-of-range' | 'context-lost' | 'disposed' | 'aborted';

/** Why a job came to nothing. Wrong plans and tensors reject with the math room's ConvError instead. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, message: string) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
  }
}

/** The GPU room's errors (of whichever copy of the package) in the engine's words. */
export function toEngineError(error: unknown): unknown {
  if (error instanceof EngineError || !(error instanceof Error) || !('code' in error)) return error;
  const { code } = error;
  return code === 'context-lost' || code === 'too-large' ? new EngineError(code, error.message) : error;
}
