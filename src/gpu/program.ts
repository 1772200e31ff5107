import { GpuLostError, ShaderError } from './errors.js';

/** A linked program whose integer uniforms (samplers and booleans among them) are written only when they change. */
export interface Program {
  readonly program: WebGLProgram;
  /** Sets a uniform of the program in use; a name that the program does not use is ignored. */
  setInteger(name: string, value: number): void;
}

export interface ProgramSource {
  readonly name: string;
  readonly vertex: string;
  readonly fragment: string;
}

/** Compiles each program once. A cache belongs to one generation of a context; make a new one after a restore. */
export class ProgramCache {
  private readonly gl: WebGL2RenderingContext;
  private readonly programs = new Map<string, Program>();
  private readonly used = new Set<Program>();

  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
  }

  /** Programs that were drawn with, or are about to be. A driver may take its time over the first draw with one. */
  get uses(): number {
    return this.used.size;
  }

  /**
   * A program to draw with.
   * @throws ShaderError, GpuLostError as `compile` does
   */
  get(source: ProgramSource): Program {
    const program = this.compile(source);
    this.used.add(program);
    return program;
  }

  /**
   * @param begun its compilation, where that has begun already
   * @throws ShaderError naming the program and quoting the line
   * @throws GpuLostError when the context went away meanwhile, which is no fault of the shader
   */
  compile(source: ProgramSource, begun?: BegunProgram): Program {
    const known = this.programs.get(source.name);
    if (known) return known;
    const program = finish(this.gl, begun ?? beginProgram(this.gl, source));
    this.programs.set(source.name, program);
    return program;
  }

  has({ name }: ProgramSource): boolean {
    return this.programs.has(name);
  }

  dispose(): void {
    for (const { program } of this.programs.values()) this.gl.deleteProgram(program);
    this.programs.clear();
    this.used.clear();
  }
}

/** A program whose compilation has begun; whether it went well is asked later, because the answer has to be waited for. */
export interface BegunProgram {
  readonly source: ProgramSource;
  readonly program: WebGLProgram;
  readonly shaders: readonly { shader: WebGLShader; name: string; text: string }[];
}

/** @throws GpuLostError */
export function beginProgram(gl: WebGL2RenderingContext, source: ProgramSource): BegunProgram {
  const program = present(gl, gl.createProgram());
  const shaders = [
    compile(gl, gl.VERTEX_SHADER, `${source.name}, vertex shader`, source.vertex),
    compile(gl, gl.FRAGMENT_SHADER, `${source.name}, fragment shader`, source.fragment),
  ];
  for (const { shader } of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);
  return { source, program, shaders };
}

function compile(gl: WebGL2RenderingContext, kind: GLenum, name: string, text: string) {
  const shader = present(gl, gl.createShader(kind));
  gl.shaderSource(shader, text);
  gl.compileShader(shader);
  return { shader, name, text };
}

function finish(gl: WebGL2RenderingContext, { source, program, shaders }: BegunProgram): Program {
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    for (const { shader, name, text } of shaders) {
      if (gl.getShaderParameter(shader, gl.COMPILE_STATUS)) continue;
      const log = gl.getShaderInfoLog(shader) ?? 'no message';
      refuse(gl, `${name} does not compile: ${log}${quoted(log, text)}`);
    }
    const log = gl.getProgramInfoLog(program);
    refuse(gl, `${source.name} does not link: ${log ?? 'no message'}`);
  }
  for (const { shader } of shaders) gl.deleteShader(shader);
  return { program, setInteger: integerSetter(gl, program) };
}

/** Some browsers give null instead of a dead object when the context is lost. */
function present<Thing>(gl: WebGL2RenderingContext, thing: Thing | null): Thing {
  return thing ?? refuse(gl, 'The browser made no GL object.');
}

function refuse(gl: WebGL2RenderingContext, message: string): never {
  throw gl.isContextLost() ? new GpuLostError() : new ShaderError(message);
}

/** The first source line that the log names ('ERROR: 0:12: …'). */
function quoted(log: string, source: string): string {
  const line = Number(/\d+:(\d+)/.exec(log)?.[1]);
  const text = source.split('\n')[line - 1];
  return text === undefined ? '' : `\n${line} | ${text.trim()}`;
}

/** Uniforms belong to the program, so nobody else can change them behind our back. */
function integerSetter(gl: WebGL2RenderingContext, program: WebGLProgram): Program['setInteger'] {
  const known = new Map<string, { location: WebGLUniformLocation | null; value: number }>();
  return (name, value) => {
    const uniform = known.get(name);
    if (uniform?.value === value) return;
    const location = uniform ? uniform.location : gl.getUniformLocation(program, name);
    gl.uniform1i(location, value);
    known.set(name, { location, value });
  };
}
