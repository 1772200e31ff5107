import { beginProgram, type BegunProgram, type ProgramCache, type ProgramSource } from './program.js';

/** Lets a browser that can (KHR_parallel_shader_compile) compile programs beside the page before they are needed. */
export class CompileAhead {
  private readonly gl: WebGL2RenderingContext;
  private readonly programs: ProgramCache;
  private readonly parallel: KHR_parallel_shader_compile | null;
  private readonly begun = new Map<string, BegunProgram>();

  constructor(gl: WebGL2RenderingContext, programs: ProgramCache) {
    this.gl = gl;
    this.programs = programs;
    this.parallel = gl.getExtension('KHR_parallel_shader_compile');
  }

  /**
   * Whether the cache has all of these programs. Else the compiler is at work on them; where nothing can be done beside the
   * page, one of them is compiled here and now.
   * @throws ShaderError, GpuLostError
   */
  areReady(sources: readonly ProgramSource[]): boolean {
    const missing = sources.filter((source) => !this.programs.has(source));
    if (this.parallel) for (const source of missing) this.advance(source, this.parallel);
    else if (missing.length > 0) this.programs.compile(missing[0]);
    return sources.every((source) => this.programs.has(source));
  }

  private advance(source: ProgramSource, { COMPLETION_STATUS_KHR }: KHR_parallel_shader_compile): void {
    const begun = this.begun.get(source.name);
    if (!begun) {
      this.begun.set(source.name, beginProgram(this.gl, source));
    } else if (this.gl.getProgramParameter(begun.program, COMPLETION_STATUS_KHR)) {
      this.begun.delete(source.name);
      this.programs.compile(source, begun);
    }
  }
}
