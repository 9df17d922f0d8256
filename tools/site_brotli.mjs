// Brotli at its best quality, on all cores, each content only once: results are kept by hash outside the checkout.
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const compress = promisify(zlib.brotliCompress);

/**
 * @param {Buffer} bytes @param {string} folder where results are kept @param {boolean} [in_haste] what is not kept yet is
 * not made at its best
 * @returns {Promise<Buffer | null>} null: not worth it
 */
export async function brotli(bytes, folder, in_haste = false) {
  fs.mkdirSync(folder, { recursive: true });
  const kept = path.join(folder, crypto.createHash('sha256').update(bytes).digest('hex').slice(0, 32));
  if (!fs.existsSync(kept)) {
    // A quick look first: numbers that hardly shrink are not worth minutes.
    const quick = await compress(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } });
    const dense = quick.length > bytes.length * 0.93;
    if (in_haste) return dense ? null : quick;
    const packed = dense ? Buffer.alloc(0) : await compress(bytes, { params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
    const partial = `${kept}.${process.pid}.partial`;
    fs.writeFileSync(partial, packed);
    fs.renameSync(partial, kept);
  }
  const packed = fs.readFileSync(kept);
  return packed.length === 0 ? null : packed;
}

/**
 * Writes FILE.br beside every file that gains by it.
 * @param {string[]} files @param {string} folder @param {(done: number, all: number) => void} told bytes of the files
 * @param {boolean} [in_haste]
 */
export async function brotliAll(files, folder, told, in_haste = false) {
  const all = files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  const queue = [...files];
  let done = 0;
  const work = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const bytes = fs.readFileSync(file);
      const packed = await brotli(bytes, folder, in_haste);
      if (packed) fs.writeFileSync(`${file}.br`, packed);
      done += bytes.length;
      told(done, all);
    }
  };
  await Promise.all(Array.from({ length: os.cpus().length }, work));
}
