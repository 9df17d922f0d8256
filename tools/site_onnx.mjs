// What the room Inside can be verified against: ONNX Runtime Web and the file that the encoder was made from. Nothing of it
// is fetched before a reader asks.
import fs from 'node:fs';
import path from 'node:path';

const PARTS = { runtime: 'ort.wasm.min.mjs', module: 'ort-wasm-simd-threaded.mjs', wasm: 'ort-wasm-simd-threaded.wasm' };

/**
 * @param {string} cache @param {(name: string, bytes: Buffer, folder: string) => string} place
 * @returns {{ runtime: string, module: string, wasm: string, model: string, megabytes: number } | undefined} nothing where it was not set up
 */
export function placeOnnx(cache, place) {
  const folder = path.join(cache, 'sources/onnxruntime-web');
  const model = path.join(cache, 'sources/minilm-weights/model.onnx');
  const files = Object.values(PARTS).map((name) => path.join(folder, name));
  if (![model, ...files].every((file) => fs.existsSync(file))) return undefined;
  const placed = Object.fromEntries(Object.entries(PARTS).map(([part, name]) => [part, place(name, fs.readFileSync(path.join(folder, name)), 'verify')]));
  // What travels: the program shrinks to a sixth, the weights hardly.
  const bytes = fs.statSync(model).size + fs.statSync(path.join(folder, PARTS.wasm)).size / 6;
  return { runtime: placed.runtime, module: placed.module, wasm: placed.wasm, model: place('model.onnx', fs.readFileSync(model), 'verify'), megabytes: Math.round(bytes / 1e6) };
}
