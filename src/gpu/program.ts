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

  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
  }

  /**
   * @throws ShaderError naming the program and quoting the line
   * @throws GpuLostError when the context went away meanwhile, which is no fault of the shader
   */
  get(source: ProgramSource): Program {
    const known = this.programs.get(source.name);
    if (known) return known;
    const program = link(this.gl, source);
    this.programs.set(source.name, program);
    return program;
  }

  dispose(): void {
    for (const { program } of this.programs.values()) this.gl.deleteProgram(program);
    this.programs.clear();
  }
}

function link(gl: WebGL2RenderingContext, { name, vertex, fragment }: ProgramSource): Program {
  const program = present(gl, gl.createProgram());
  const shaders = [
    compile(gl, gl.VERTEX_SHADER, `${name}, vertex shader`, vertex),
    compile(gl, gl.FRAGMENT_SHADER, `${name}, fragment shader`, fragment),
  ];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);
  for (const shader of shaders) gl.deleteShader(shader);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    const log = gl.getProgramInfoLog(program);
    refuse(gl, `${name} does not link: ${log ?? 'no message'}`);
  }
  return { program, setInteger: integerSetter(gl, program) };
}

function compile(gl: WebGL2RenderingContext, kind: GLenum, name: string, source: string): WebGLShader {
  const shader = present(gl, gl.createShader(kind));
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) {
    const log = gl.getShaderInfoLog(shader) ?? 'no message';
    refuse(gl, `${name} does not compile: ${log}${quoted(log, source)}`);
  }
  return shader;
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
