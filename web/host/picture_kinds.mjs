// What kind of picture a file is and how many pixels it says it has, read from its first bytes: nobody decodes a
// gigabyte to learn that it is too much.

/**
 * @typedef {object} Said
 * @property {string} kind "PNG", "JPEG", … or '' for nothing that is known
 * @property {number} width 0: it does not say, or not here @property {number} height
 */

/** @param {Uint8Array} bytes @param {number} at @param {string} text */
const has = (bytes, at, text) => [...text].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));

/** Frame headers of JPEG: what says its size. @param {number} marker */
const saysSize = (marker) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Segment after segment; a thumbnail lies within one and is passed by. @param {DataView} view @returns {Said} */
function jpeg(view) {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) break;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (saysSize(marker)) return { kind: 'JPEG', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return { kind: 'JPEG', width: 0, height: 0 };
}

/** @param {DataView} view @param {Uint8Array} bytes @returns {Said} */
function webp(view, bytes) {
  const size = (/** @type {number} */ width, /** @type {number} */ height) => ({ kind: 'WebP', width, height });
  if (bytes.length < 30) return size(0, 0);
  if (has(bytes, 12, 'VP8X')) return size(1 + (view.getUint32(24, true) & 0xffffff), 1 + (view.getUint32(26, true) >>> 8));
  if (has(bytes, 12, 'VP8L')) {
    const packed = view.getUint32(21, true);
    return size(1 + (packed & 0x3fff), 1 + ((packed >>> 14) & 0x3fff));
  }
  if (has(bytes, 12, 'VP8 ')) return size(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  return size(0, 0);
}

/** Of files in boxes ("ftyp"): the first name in it. @param {Uint8Array} bytes @returns {string} */
function boxed(bytes) {
  const brand = String.fromCharCode(...bytes.subarray(8, 12));
  if (['avif', 'avis'].includes(brand)) return 'AVIF';
  if (['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'].includes(brand)) return 'HEIC';
  return brand === 'crx ' ? 'RAW' : '';
}

/** How many first bytes are looked at: more than what cameras write before a JPEG's size. */
export const LOOKED_AT = 1 << 18;

/** @param {Uint8Array} bytes the first of the file @returns {Said} */
export function pictureKind(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** @type {(kind: string, width?: number, height?: number) => Said} */
  const said = (kind, width = 0, height = 0) => ({ kind, width, height });
  if (bytes.length < 12) return said('');
  if (has(bytes, 0, '\x89PNG') && bytes.length >= 24) return said('PNG', view.getUint32(16), view.getUint32(20));
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpeg(view);
  if (has(bytes, 0, 'GIF8')) return said('GIF', view.getUint16(6, true), view.getUint16(8, true));
  if (has(bytes, 0, 'RIFF') && has(bytes, 8, 'WEBP')) return webp(view, bytes);
  if (has(bytes, 0, 'BM') && bytes.length >= 26) return said('BMP', Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true)));
  if (has(bytes, 4, 'ftyp')) return said(boxed(bytes));
  // Cameras' own files are TIFF inside, or begin with their maker's name.
  if (has(bytes, 0, 'II*\0') || has(bytes, 0, 'MM\0*') || has(bytes, 0, 'IIU\0') || has(bytes, 0, 'IIRO') || has(bytes, 0, 'FUJIFILM')) return said('RAW');
  return said('');
}
