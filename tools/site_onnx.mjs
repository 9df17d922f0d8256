// ONNX Runtime Web: for networks that readers bring to the room of pictures, and, with the file that the encoder was made
// from, what the room Inside can be verified against. Nothing of it is fetched before a reader asks.
import fs from 'node:fs';
import path from 'node:path';

const PARTS = { runtime: 'ort.wasm.min.mjs', module: 'ort-wasm-simd-threaded.mjs', wasm: 'ort-wasm-simd-threaded.wasm' };

/**
 * ONNX Runtime Web by itself, for networks that readers bring. @param {string} cache @param {(name: string, bytes: Buffer, folder: string) => string} place
 * @returns {{ runtime: string, module: string, wasm: string, megabytes: number } | undefined} nothing where it was not set up
 */
export function placeRuntime(cache, place) {
  const folder = path.join(cache, 'sources/onnxruntime-web');
  if (!Object.values(PARTS).every((name) => fs.existsSync(path.join(folder, name)))) return undefined;
  const [runtime, module, wasm] = [PARTS.runtime, PARTS.module, PARTS.wasm].map((name) => place(name, fs.readFileSync(path.join(folder, name)), 'verify'));
  // As it travels: the program shrinks to a sixth.
  return { runtime, module, wasm, megabytes: Math.ceil(fs.statSync(path.join(folder, PARTS.wasm)).size / 6 / 1e6) };
}

/**
 * The same with the encoder's file.
 * @param {string} cache @param {(name: string, bytes: Buffer, folder: string) => string} place
 * @returns {{ runtime: string, module: string, wasm: string, model: string, megabytes: number } | undefined} nothing where it was not set up
 */
export function placeOnnx(cache, place) {
  const folder = path.join(cache, 'sources/onnxruntime-web');
  const model = path.join(cache, 'sources/minilm-weights/model.onnx');
  const placed = fs.existsSync(model) ? placeRuntime(cache, place) : undefined;
  if (!placed) return undefined;
  // What travels: the program shrinks to a sixth, the weights hardly.
  const bytes = fs.statSync(model).size + fs.statSync(path.join(folder, PARTS.wasm)).size / 6;
  return { ...placed, model: place('model.onnx', fs.readFileSync(model), 'verify'), megabytes: Math.round(bytes / 1e6) };
}
