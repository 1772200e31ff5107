/** Rules that software GL in the tests cannot enforce, read off the sources: a phone would break what Chromium forgives. */

import { describe, expect, it } from 'vitest';

const shaderFiles = import.meta.glob<string>('/src/**/*.{glsl,vert,frag}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const scripts = import.meta.glob<string>('/src/**/*.ts', { query: '?raw', import: 'default', eager: true });

/** GLSL without its comments. */
const codeOf = (source: string) => source.replace(/\/\/.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');

/** Template strings of a script that hold GLSL. */
function shaderStrings(source: string): string[] {
  const strings = source.match(/`(?:[^`\\]|\\.)*`/g) ?? [];
  return strings.filter((text) =>
    /\b(gl_Position|gl_FragCoord|texelFetch|uniform |void main|precision )/.test(text),
  );
}

const sources: [name: string, code: string][] = [
  ...Object.entries(shaderFiles),
  ...Object.entries(scripts).flatMap(([name, source]) =>
    shaderStrings(codeOf(source)).map((text, index): [string, string] => [`${name} #${index}`, text]),
  ),
].map(([name, source]) => [name, codeOf(source)]);

/** The sources that share a prelude: the files of one folder, or the strings of one script. */
const rooms = new Map<string, string>();
for (const [name, code] of sources) {
  const room = name.replace(/\/[^/]*\.glsl$/, '').replace(/ #\d+$/, '');
  rooms.set(room, `${rooms.get(room) ?? ''}\n${code}`);
}

const samplerTypes = (code: string) =>
  new Set(code.match(/\b[iu]?sampler(?:2DArray|2D|3D|Cube)(?:Shadow)?\b/g));
const defaultsToHigh = (code: string, type: string) =>
  new RegExp(`precision\\s+highp\\s+${type}\\s*;`).test(code);
const engineCode = rooms.get('/src/engine/shaders')!;

describe('all shader sources', () => {
  it('are found', () => {
    expect(Object.keys(shaderFiles)).toContain('/src/engine/shaders/sum.glsl');
  });

  it.each(sources)('%s asks for no less than highp', (_, code) => {
    expect(code).not.toMatch(/\b(mediump|lowp)\b/);
  });

  it.each([...rooms])('%s make highp the default of every sampler type that they use', (_, code) => {
    for (const type of samplerTypes(code)) expect(defaultsToHigh(code, type), type).toBe(true);
  });
});

describe('the shaders of the exact path', () => {
  it.each(['float', 'int', 'usampler2D'])('set highp %s as the default', (type) => {
    expect(defaultsToHigh(engineCode, type)).toBe(true);
  });

  it('use no sampler whose default precision is low', () => {
    expect(engineCode).not.toMatch(/(?<![iu])sampler(2D|Cube)\b/);
  });

  it('sum term by term: no dot products, no filtering, no literal zero in a product', () => {
    expect(engineCode).not.toMatch(/\b(dot|fma|matrixCompMult|texture|textureLod)\s*\(/);
    expect(engineCode).not.toMatch(/\b0\.0\s*\*|\*\s*0\.0\b/);
  });

  it('use no varyings for coordinates', () => {
    expect(engineCode).not.toMatch(/\b(varying|in)\s+(highp\s+)?(float|vec[234])\s+\w+\s*;/);
  });
});
