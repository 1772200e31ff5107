/** What this browser's fragment shaders can do at most, whatever they compute: two rates. */

export interface Ceilings {
  /** Per second, in registers: the fastest of several arrangements. */
  readonly multiplyAdds: number;
  /** Texels of RGBA32F per second out of a 2-D array, by the faster of the two sampling calls. */
  readonly texelLoads: number;
}

/** Milliseconds spent on each shader. */
const perShader = 250;
const targetSize = 256;
const turns = 48;

const vertexShader = `#version 300 es
void main() { gl_Position = vec4((gl_VertexID & 1) * 4 - 1, (gl_VertexID >> 1) * 4 - 1, 0, 1); }`;

const head = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2DArray;
uniform int turns;
out vec4 result;`;

const repeat = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** So many accumulators that do not wait for each other. */
function multiplyAddShader(chains: number, unrolled: number): string {
  return `${head}
uniform vec4 factor;
void main() {
  vec4 x = factor + gl_FragCoord.xyxy * 1e-6;
  ${repeat(chains, (i) => `vec4 sum${i} = x + float(${i});`)}
  for (int turn = 0; turn < turns; turn++) {
    ${repeat(chains * unrolled, (i) => `sum${i % chains} = sum${i % chains} * x + factor;`)}
  }
  result = ${repeat(chains, (i) => `sum${i} +`)} vec4(0);
}`;
}

const loadsPerTurn = 8;

/** Neighbouring texels of eight layers; the place moves on by one column a turn. */
function loadShader(call: 'texture' | 'texelFetch'): string {
  const load = {
    texture: (i: number) => `texture(values, vec3(place.x + ${i}.0 / 512.0, place.y, ${i}))`,
    texelFetch: (i: number) => `texelFetch(values, ivec3(texel.x + ${i}, texel.y, ${i}), 0)`,
  }[call];
  return `${head}
uniform sampler2DArray values;
void main() {
  ivec2 texel = ivec2(gl_FragCoord.xy);
  vec2 place = gl_FragCoord.xy / vec2(512, 256);
  vec4 sum[4] = vec4[4](vec4(0), vec4(0), vec4(0), vec4(0));
  for (int turn = 0; turn < turns; turn++) {
    ${repeat(loadsPerTurn, (i) => `sum[${i % 4}] += ${load(i)};`)}
    texel.x += 1;
    place.x += 1.0 / 512.0;
  }
  result = sum[0] + sum[1] + sum[2] + sum[3];
}`;
}

/** Of two measurements, what was reached at best. */
export function highest(one: Ceilings, other: Ceilings): Ceilings {
  return {
    multiplyAdds: Math.max(one.multiplyAdds, other.multiplyAdds),
    texelLoads: Math.max(one.texelLoads, other.texelLoads),
  };
}

/** @returns null without WebGL2 and float targets */
export function measureCeilings(): Ceilings | null {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2', { antialias: false, depth: false });
  if (!gl?.getExtension('EXT_color_buffer_float')) return null;
  prepare(gl);
  const fragments = targetSize * targetSize * turns;
  const chains = [4, 6, 8].map((count) => {
    const unrolled = 4;
    return (fragments * count * unrolled * 4) / secondsOf(gl, multiplyAddShader(count, unrolled));
  });
  const loads = (['texture', 'texelFetch'] as const).map(
    (call) => (fragments * loadsPerTurn) / secondsOf(gl, loadShader(call)),
  );
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return { multiplyAdds: Math.max(...chains), texelLoads: Math.max(...loads) };
}

/** A float target, and an array of textures to read from; both stay bound. */
function prepare(gl: WebGL2RenderingContext): void {
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, targetSize, targetSize);
  const target = gl.getParameter(gl.TEXTURE_BINDING_2D) as WebGLTexture;
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, target, 0);
  gl.viewport(0, 0, targetSize, targetSize);
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, gl.createTexture());
  gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, gl.RGBA32F, 512, 256, loadsPerTurn);
  for (const [name, value] of [
    [gl.TEXTURE_MIN_FILTER, gl.NEAREST],
    [gl.TEXTURE_MAG_FILTER, gl.NEAREST],
    [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE],
    [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
  ]) {
    gl.texParameteri(gl.TEXTURE_2D_ARRAY, name, value);
  }
}

/** Of the fastest draw into the whole target. */
function secondsOf(gl: WebGL2RenderingContext, fragmentShader: string): number {
  const program = link(gl, fragmentShader);
  gl.useProgram(program);
  gl.uniform1i(gl.getUniformLocation(program, 'turns'), turns);
  gl.uniform4f(gl.getUniformLocation(program, 'factor'), 0.999, 0.998, 0.997, 0.996);
  const pixel = new Float32Array(4);
  const draw = () => {
    const begun = performance.now();
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.FLOAT, pixel);
    return performance.now() - begun;
  };
  draw();
  let fastest = Infinity;
  const end = performance.now() + perShader;
  for (let draws = 0; performance.now() < end || draws < 5; draws++) fastest = Math.min(fastest, draw());
  return fastest / 1000;
}

function link(gl: WebGL2RenderingContext, fragmentShader: string): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragmentShader],
  ] as const) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (gl.getProgramParameter(program, gl.LINK_STATUS)) return program;
  throw new Error(gl.getProgramInfoLog(program) ?? 'A shader does not compile.');
}
