// From a photo dropped on the page to its first grid, through the door of engine_pictures.wasm: what the network
// is given of it, then the look with a grid of every layer.
import fs from 'node:fs';
import path from 'node:path';
import { openEngine } from '../tests/parity/wasm_engine.mjs';
import { buildModule, root } from './common.mjs';

const WIDTH = 1024, HEIGHT = 768, LOOK_BYTES = 224 * 224 * 3;
const TAKE = 0, LOOK = 1;  // PicturesQuestion of engine/pictures_messages.h

/** @param {number} value @returns {number[]} */
const varint = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))]);

/** The two questions as one piece of work, or undefined where the pack of photos has not been made. @returns {Promise<(() => void) | undefined>} */
export async function firstGrid() {
  const pack = path.join(root, 'build/packs/pictures');
  if (!fs.existsSync(path.join(pack, 'pack.meander'))) return undefined;
  buildModule('engine_pictures_web', '');
  const engine = await openEngine(path.join(root, 'build/web/src/engine'), 'engine_pictures', '', pack);
  let drawn = 0;
  return () => {
    drawn += 1;  // another photo every time: a look that was had is not had again
    const rgba = Buffer.alloc(WIDTH * HEIGHT * 4);
    for (let i = 0; i < rgba.length; i += 1) rgba[i] = (i * (31 + drawn)) >> 5;
    const size = Buffer.from([TAKE, WIDTH & 255, WIDTH >> 8, HEIGHT & 255, HEIGHT >> 8]);
    const taken = engine.room(Buffer.concat([size, Buffer.from(varint(rgba.length)), rgba])).at(-1);
    // The answer: its kind, how many bytes, those.
    const given = /** @type {Buffer} */ (taken).subarray(1, 1 + varint(LOOK_BYTES).length + LOOK_BYTES);
    engine.room(Buffer.concat([Buffer.from([LOOK, 255, 255, 255, 255]), given, Buffer.from([0, 1, 0, 0, 0])]));
  };
}
