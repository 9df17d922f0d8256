// What reads drawings as the page has it, and drawings as numbers, for tests and measures.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
export const penFolder = path.join(cache, 'pen');
export const PEN_SIDE = 224;

/** @typedef {[number, number][][]} Strokes */
/** @type {Record<string, Strokes>} */
export const drawings = JSON.parse(fs.readFileSync(path.join(project, 'tests/fixtures/drawings.json'), 'utf8'));
/** The sign and the name of each class. */
export const signs = () => fs.readFileSync(path.join(penFolder, 'tensors/classes.txt'), 'utf8').trimEnd().split('\n').map((line) => line.split(' '));

/** @param {Strokes} strokes */
export const numbersOf = (strokes) => Float64Array.from([strokes.length, ...strokes.map((stroke) => stroke.length), ...strokes.flat(2)]);

/** The wasm module with its weights. */
export async function openPen() {
  const built = path.join(project, 'build/web/tests/parity');
  const { default: factory } = await import(path.join(built, 'pen_parity_web.mjs'));
  const wasm = await factory({ wasmBinary: fs.readFileSync(path.join(built, 'pen_parity_web.wasm')) });
  /** @template T @param {ArrayBufferView} values @param {(at: number) => T} use */
  const give = (values, use) => {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const at = wasm._malloc(bytes.length);
    wasm.HEAPU8.set(bytes, at);
    const result = use(at);
    wasm._free(at);
    return result;
  };
  const folder = path.join(penFolder, 'model');
  const files = fs.readdirSync(folder).filter((file) => file.startsWith('pen-')).sort((a, b) => Number(a.split('-')[1]) - Number(b.split('-')[1]));
  const bytes = Buffer.concat(files.map((file) => fs.readFileSync(path.join(folder, file))));
  if (give(bytes, (at) => wasm._pen_open(at, bytes.length)) !== 1) throw new Error('the weights are not whole');
  const floats = (/** @type {number} */ at, /** @type {number} */ count) => new Float32Array(wasm.HEAPU8.slice(at, at + 4 * count).buffer);
  const size = (/** @type {number} */ tensor) => /** @type {number} */ (wasm._pen_tensor_size(tensor));
  return {
    /** Looks at it; its picture. @param {Strokes} strokes */
    draw: (strokes) => give(numbersOf(strokes), (at) => floats(wasm._pen_draw(at), PEN_SIDE ** 2)),
    look: (/** @type {Float32Array} */ picture) => give(picture, (at) => wasm._pen_look(at)),
    tensor: (/** @type {number} */ tensor) => floats(wasm._pen_tensor(tensor), size(tensor)),
    gradient: (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ tensor) => floats(wasm._pen_gradient(a, b, tensor), size(tensor)),
    parts: (/** @type {number} */ a, /** @type {number} */ b) => {
      const at = wasm._pen_parts(a, b);
      return new Float64Array(wasm.HEAPU8.slice(at, at + 8 * wasm._pen_parts_size()).buffer);
    },
  };
}
