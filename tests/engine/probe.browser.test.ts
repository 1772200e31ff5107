/** How the fast path finds out what a device does best, on a clock of the test's own. */
import { afterEach, expect, it, vi } from 'vitest';
import { Device } from '../../src/engine/device.js';
import { tune } from '../../src/engine/fast/probe.js';
import { guardContext } from '../../src/gpu/context.js';
import { page } from '../../src/gpu/page.js';
import { newContext } from './harness.js';

const devices: Device[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  for (const device of devices.splice(0)) device.dispose();
});

/** A device on which a wait takes as long as four draws, and each program so long for a draw, in the order in which they come. */
function slowToWait(draws: readonly number[]): Device {
  const device = new Device(guardContext(newContext()), page().ledger);
  devices.push(device);
  const { gl } = device;
  const programs: (WebGLProgram | null)[] = [];
  let [now, current] = [0, 0];
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.spyOn(gl, 'useProgram').mockImplementation((program) => {
    if (!programs.includes(program)) programs.push(program);
    current = programs.indexOf(program);
  });
  vi.spyOn(gl, 'drawArrays').mockImplementation(() => (now += draws[current]));
  vi.spyOn(gl, 'readPixels').mockImplementation(() => (now += 4));
  return device;
}

it('does not take the wait for the draws: a quicker way to load texels is seen', () => {
  const [byNumber, byFraction, wide] = [1.4, 1, 2];
  expect(tune(slowToWait([byNumber, byFraction, wide]))).toMatchObject({ byFraction: true });
});

it('leaves the usual way only for one that is clearly quicker', () => {
  const [byNumber, byFraction, wide] = [1, 0.98, 2];
  expect(tune(slowToWait([byNumber, byFraction, wide]))).toMatchObject({ byFraction: false });
});
