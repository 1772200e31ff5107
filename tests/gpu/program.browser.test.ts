import { describe, expect, it } from 'vitest';
import { GpuLostError, ShaderError } from '../../src/gpu/errors.js';
import { ProgramCache } from '../../src/gpu/program.js';

const vertex = '#version 300 es\nvoid main() { gl_Position = vec4(0.0); }';
const fragment =
  '#version 300 es\nprecision highp float;\nuniform int gain;\nout vec4 c;\nvoid main() { c = vec4(gain); }';
const context = () => document.createElement('canvas').getContext('webgl2')!;

describe('the program cache', () => {
  it('links a program once', () => {
    const cache = new ProgramCache(context());
    expect(cache.get({ name: 'gain', vertex, fragment })).toBe(cache.get({ name: 'gain', vertex, fragment }));
  });

  it('writes a uniform only when its value changes, and ignores one that the program does not use', () => {
    const gl = context();
    const { program, setInteger } = new ProgramCache(gl).get({ name: 'gain', vertex, fragment });
    const written: number[] = [];
    const uniform1i = gl.uniform1i.bind(gl);
    gl.uniform1i = (location, value) => {
      written.push(value);
      uniform1i(location, value);
    };
    gl.useProgram(program);
    for (const value of [7, 7, 8, 7]) setInteger('gain', value);
    setInteger('nothing', 1);
    expect(written).toEqual([7, 8, 7, 1]);
    expect(gl.getUniform(program, gl.getUniformLocation(program, 'gain')!)).toBe(7);
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });

  it('names the program and quotes the line that does not compile', () => {
    const broken = fragment.replace('vec4(gain)', 'vec4(gone)');
    const build = () => new ProgramCache(context()).get({ name: 'gain', vertex, fragment: broken });
    expect(build).toThrow(ShaderError);
    expect(build).toThrow(/gain, fragment shader[\s\S]*5 \| void main/);
  });

  it('does not blame the shader for a lost context', () => {
    const gl = context();
    gl.getExtension('WEBGL_lose_context')!.loseContext();
    expect(() => new ProgramCache(gl).get({ name: 'gain', vertex, fragment })).toThrow(GpuLostError);
  });
});
