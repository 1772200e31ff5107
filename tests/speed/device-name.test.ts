import { expect, it } from 'vitest';
import { deviceNameOf } from '../../src/speed/device-name.js';

it.each([
  ['', ''],
  ['Mali-G78', 'Mali-G78'],
  ['ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)', 'Apple M2'],
  [
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3080 (0x00002206) Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'NVIDIA GeForce RTX 3080',
  ],
  [
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'Vulkan 1.3.0 (SwiftShader Device (Subzero))',
  ],
  [
    'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)',
    'Mesa Intel(R) UHD Graphics 620 (KBL GT2)',
  ],
])('a renderer %j is the device %j', (renderer, device) => expect(deviceNameOf(renderer)).toBe(device));
