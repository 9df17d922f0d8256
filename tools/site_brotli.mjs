// Brotli at its best quality, each content only once: results are kept by hash outside the checkout.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

/** @param {Buffer} bytes @param {string} folder where results are kept @returns {Buffer | null} null: not worth it */
export function brotli(bytes, folder) {
  fs.mkdirSync(folder, { recursive: true });
  const kept = path.join(folder, crypto.createHash('sha256').update(bytes).digest('hex').slice(0, 32));
  if (!fs.existsSync(kept)) {
    // A quick look first: numbers that hardly shrink are not worth minutes.
    const quick = zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } });
    const dense = quick.length > bytes.length * 0.93;
    const packed = dense ? Buffer.alloc(0) : zlib.brotliCompressSync(bytes, { params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
    fs.writeFileSync(`${kept}.partial`, packed);
    fs.renameSync(`${kept}.partial`, kept);
  }
  const packed = fs.readFileSync(kept);
  return packed.length === 0 ? null : packed;
}
