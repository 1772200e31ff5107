/**
 * `node tests/code/record.mjs`: has the frameworks run the copied code of every case and every call of calls.ts, and keeps
 * what came out in recorded.json. Needs Python with torch and numpy, with keras and tensorflow, with onnx and onnxruntime,
 * and a folder in which @tensorflow/tfjs is installed. Where they are in different places:
 * PYTHON_PYTORCH, PYTHON_KERAS, PYTHON_ONNX, TFJS_FOLDER. What is not there keeps its old record.
 */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { runnerImport } from 'vite';

const here = import.meta.dirname;
const file = join(here, 'recorded.json');
const load = async (path) =>
  (await runnerImport(join(here, path), { root: join(here, '../..'), configFile: false })).module;
const { cases, recordedLanguages } = await load('cases.ts');
const { calls } = await load('calls.ts');
const { toCode } = await load('../../src/code/to-code.ts');
const old = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { versions: {}, code: {}, calls: {} };
const pythons = {
  pytorch: process.env.PYTHON_PYTORCH ?? 'python3',
  numpy: process.env.PYTHON_PYTORCH ?? 'python3',
  keras: process.env.PYTHON_KERAS ?? 'python3',
  onnx: process.env.PYTHON_ONNX ?? 'python3',
};

function runPython(language, entries, ofFramework) {
  const input = JSON.stringify({
    code: entries.map(({ code }) => ({ language, code })),
    calls: ofFramework,
  });
  // TensorFlow 2.21 with oneDNN drops taps of a transposed convolution with a kernel of one row on some processors.
  const tensorflow = { TF_CPP_MIN_LOG_LEVEL: '3', TF_ENABLE_ONEDNN_OPTS: '0', KERAS_BACKEND: 'tensorflow' };
  const environment = { ...process.env, ...tensorflow };
  const options = {
    input,
    encoding: 'utf8',
    env: environment,
    maxBuffer: 2 ** 28,
    stdio: ['pipe', 'pipe', 'ignore'],
  };
  return JSON.parse(execFileSync(pythons[language], [join(here, 'record.py')], options));
}

async function runTfjs(entries) {
  const tf = createRequire(join(process.env.TFJS_FOLDER ?? process.cwd(), 'package.json'))(
    '@tensorflow/tfjs',
  );
  await tf.setBackend('cpu');
  const answer = ({ code }) => {
    const body = code.replace(/^import .*$/m, '').replace('x.print();', 'return x;');
    const x = new Function('tf', body)(tf);
    return { shape: x.shape, values: [...x.dataSync()] };
  };
  return { versions: { tfjs: tf.version.tfjs }, code: entries.map(answer), calls: [] };
}

const recorded = structuredClone(old);
for (const language of recordedLanguages) {
  const entries = cases.map(({ name, layer, tensors }) => ({
    name,
    code: toCode(layer, language, { tensors }),
  }));
  const own = calls.filter(({ framework }) => framework === language);
  try {
    const result = language === 'tfjs' ? await runTfjs(entries) : runPython(language, entries, own);
    recorded.versions[language] = result.versions;
    recorded.code[language] = Object.fromEntries(
      entries.map(({ name, code }, index) => [
        name,
        { sha256: createHash('sha256').update(code).digest('hex'), ...result.code[index] },
      ]),
    );
    if (own.length > 0) {
      recorded.calls[language] = Object.fromEntries(
        own.map(({ text }, index) => [text, result.calls[index]]),
      );
    }
    console.log(`${language}: recorded`);
  } catch (error) {
    console.log(`${language}: kept as it was, ${error.message.split('\n')[0]}`);
  }
}
const text = JSON.stringify(recorded, null, 1).replace(/\[[^[\]{}]*\]/g, (list) => list.replace(/\s+/g, ' '));
writeFileSync(file, `${text}\n`);
