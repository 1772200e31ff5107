import type { Shape } from '../types.js';
import { readNetworkJson } from './json.js';
import { readKerasSummary } from './keras-summary.js';
import { readOnnx } from './onnx.js';
import { Report } from './report.js';
import type { ReadNetwork } from './report.js';
import { readTorchPrint } from './torch-print.js';

/** Characters of a text that are read at most; a summary of a thousand layers has a few hundred thousand. */
const longestText = 5_000_000;

/**
 * A network of somebody's own: the text of a Keras `model.summary()`, of a PyTorch module, our JSON, or the bytes of an ONNX
 * file. Never throws, whatever is given: what cannot be read is in `problems`, with its line.
 *
 * @param input [H, W, C] or [C] that the network reads, where text or file leave it out
 */
export function readNetwork(given: string | Uint8Array, input?: Shape): ReadNetwork {
  if (typeof given !== 'string') return readOnnx(given, input);
  const text = given.trim();
  const report = new Report();
  if (text === '') report.problem('network.read.empty', {});
  else if (given.length > longestText) report.problem('network.read.too-long', { most: longestText });
  else if (/Layer \(type\)/.test(given)) return readKerasSummary(given, input);
  else if (/^[[{]/.test(text)) return readNetworkJson(given);
  else if (/[A-Za-z_]\w*\s*\(/.test(given)) return readTorchPrint(given, input);
  else report.problem('network.read.unknown-format', {});
  return report.result(null, null);
}
