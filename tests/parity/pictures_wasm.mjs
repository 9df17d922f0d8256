// The network for pictures as the page has it, and the table of its tensors, for tests and measures.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
export const pictures = path.join(cache, 'pictures');
export const SIDE = 224;

/** kernel, stride, outputs, expansion of each block, as in the network's paper. */
const BLOCKS = [[3, 1, 16, 1], [3, 2, 24, 6], [3, 1, 24, 6], [5, 2, 40, 6], [5, 1, 40, 6], [3, 2, 80, 6], [3, 1, 80, 6], [3, 1, 80, 6],
  [5, 1, 112, 6], [5, 1, 112, 6], [5, 1, 112, 6], [5, 2, 192, 6], [5, 1, 192, 6], [5, 1, 192, 6], [5, 1, 192, 6], [3, 1, 320, 6]];

/** Every tensor in order: its name, and how many places a side and channels it has. */
export const TENSORS = (() => {
  const list = [{ name: 'image', side: SIDE, channels: 3 }, { name: 'stem', side: 112, channels: 32 }];
  let [side, channels] = [112, 32];
  BLOCKS.forEach(([, stride, outputs, expansion], i) => {
    const hidden = channels * expansion;
    if (expansion > 1) list.push({ name: `b${i}.exp`, side, channels: hidden });
    side = Math.ceil(side / stride);
    list.push({ name: `b${i}.dw`, side, channels: hidden }, { name: `b${i}`, side, channels: outputs });
    channels = outputs;
  });
  list.push({ name: 'head', side, channels: 1280 }, { name: 'logits', side: 1, channels: 1000 });
  return list;
})();
/** @param {string} name */
export const tensorNamed = (name) => TENSORS.findIndex((tensor) => tensor.name === name);

/** The joined chunks of the weights. */
export function weights() {
  const folder = path.join(pictures, 'model');
  const files = fs.readdirSync(folder).filter((file) => file.startsWith('convnet-')).sort((a, b) => Number(a.split('-')[1]) - Number(b.split('-')[1]));
  return Buffer.concat(files.map((file) => fs.readFileSync(path.join(folder, file))));
}

/** The wasm module with its weights. */
export async function openWasm(name = 'pictures_parity_web', folder = 'tests/parity') {
  const built = path.join(project, 'build/web', folder);
  const { default: factory } = await import(path.join(built, `${name}.mjs`));
  const wasm = await factory({ wasmBinary: fs.readFileSync(path.join(built, `${name}.wasm`)) });
  /** @template T @param {Uint8Array} bytes @param {(at: number) => T} use */
  const give = (bytes, use) => {
    const at = wasm._malloc(bytes.length);
    wasm.HEAPU8.set(bytes, at);
    const result = use(at);
    wasm._free(at);
    return result;
  };
  const bytes = weights();
  if (give(bytes, (at) => wasm._pictures_open(at, bytes.length)) !== 1) throw new Error('the weights are not whole');
  /** @param {number} at @param {number} count of floats */
  const floats = (at, count) => new Float32Array(wasm.HEAPU8.slice(at, at + 4 * count).buffer);
  const size = (/** @type {number} */ tensor) => TENSORS[tensor].side ** 2 * TENSORS[tensor].channels;
  return {
    wasm,
    /** @param {Float32Array} picture [224, 224, 3] */
    look: (picture) => give(new Uint8Array(picture.buffer), (at) => wasm._pictures_look(at)),
    tensor: (/** @type {number} */ tensor) => floats(wasm._pictures_tensor(tensor), size(tensor)),
    gradient: (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ tensor) => floats(wasm._pictures_gradient(a, b, tensor), size(tensor)),
    integrated: (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ tensor, /** @type {number} */ steps) =>
      floats(wasm._pictures_integrated(a, b, tensor, steps), size(tensor)),
    shrink: (/** @type {Uint8Array} */ pixels, /** @type {number} */ width, /** @type {number} */ height) =>
      give(pixels, (at) => floats(wasm._pictures_shrink(at, width, height), size(0))),
    grow: (/** @type {number} */ tensor, /** @type {number} */ channel, /** @type {number} */ side, /** @type {number} */ steps) =>
      floats(wasm._pictures_grow(tensor, channel, side, steps), side * side * 3 + 1),
  };
}

/** A crop of set-up as the network takes it. @param {string} name */
export function cropNamed(name) {
  const bytes = fs.readFileSync(path.join(pictures, 'photos/crops', `${name}.rgb`));
  return { bytes, picture: Float32Array.from(bytes, (v) => (v - 127) / 128) };
}
export const photoNames = () => fs.readFileSync(path.join(pictures, 'photos/photos.jsonl'), 'utf8').trimEnd().split('\n').map((line) => /** @type {string} */ (JSON.parse(line).name));

/** [224, 224, 3] → [3, 224, 224], as ONNX has it. @param {Float32Array} picture */
export function colourByColour(picture) {
  const planes = new Float32Array(picture.length), places = SIDE * SIDE;
  for (let i = 0; i < places; i += 1) for (let c = 0; c < 3; c += 1) planes[c * places + i] = picture[i * 3 + c];
  return planes;
}
