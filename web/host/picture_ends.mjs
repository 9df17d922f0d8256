// Whether a picture's file is all there, and whether it holds more than the one picture that is read. Browsers draw what
// has come of a file that was cut off, grey below, and say nothing. Only the bones of a file are read here.

/** What there is to say of a file, one bit each (src/canvas/picture_wish.h). */
export const Remark = Object.freeze({ endsEarly: 1, firstOfMany: 2 });

/** @param {Uint8Array} bytes @param {number} at @param {string} text */
const has = (bytes, at, text) => [...text].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));

/** @param {boolean} endsEarly @param {boolean} [isFirst] */
const remarks = (endsEarly, isFirst = false) => (endsEarly ? Remark.endsEarly : 0) | (isFirst ? Remark.firstOfMany : 0);

/** Without a length: fill bytes, restarts, TEM, and a 0 that makes an 0xff of the picture’s own data. @param {number} marker */
const stands = (marker) => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8) || marker === 0xff;

/**
 * From marker to marker, so that the end of a thumbnail, which lies within a segment, is not taken for that of the picture.
 * What stands behind the end (a second picture, a film) is nobody's loss.
 * @param {Uint8Array} bytes
 */
function jpeg(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.indexOf(0xff, 2); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at)) {
    const marker = bytes[at + 1];
    if (marker === 0xd9) return remarks(false);
    if (stands(marker)) at += marker === 0xff ? 1 : 2;
    else if (at + 4 > bytes.length) break;
    else at += 2 + view.getUint16(at + 2);
  }
  return remarks(true);
}

/** @param {Uint8Array} bytes */
function png(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frames = 1;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (has(bytes, at + 4, 'IEND')) return remarks(false, frames > 1);
    if (has(bytes, at + 4, 'acTL')) frames = view.getUint32(at + 8);
  }
  return remarks(true, frames > 1);
}

/** @param {Uint8Array} bytes */
function webp(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frames = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    if (has(bytes, at, 'ANMF')) frames += 1;
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length & 1);
  }
  // The byte that makes a length even is left out by some.
  return remarks(8 + view.getUint32(4, true) > bytes.length + 1, frames > 1);
}

/** Behind a row of parts that each say their length, the last 0; −1: it does not end. @param {Uint8Array} bytes @param {number} at */
function behindParts(bytes, at) {
  while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes[at];
  return at < bytes.length ? at + 1 : -1;
}

/** Bytes of a table of colours. @param {number} packed as its flags say it */
const colours = (packed) => ((packed & 0x80) !== 0 ? 3 * 2 ** ((packed & 7) + 1) : 0);

/** Many end without the byte that says so: what counts is the first picture. @param {Uint8Array} bytes */
function gif(bytes) {
  let pictures = 0;
  for (let at = 13 + colours(bytes[10]); at >= 0 && at < bytes.length;) {
    if (bytes[at] === 0x21) at = behindParts(bytes, at + 2);
    else if (bytes[at] !== 0x2c) break;
    else if (pictures === 1) return remarks(false, true);
    else {
      at = behindParts(bytes, at + 11 + colours(bytes[at + 9]));
      if (at < 0) break;
      pictures = 1;
    }
  }
  return remarks(pictures === 0);
}

const READERS = { JPEG: jpeg, PNG: png, WebP: webp, GIF: gif };

/** @param {string} kind as pictureKind says it @param {Uint8Array} bytes the whole file @returns {number} bits of Remark; of any other kind none */
export const remarksOn = (kind, bytes) => READERS[/** @type {keyof typeof READERS} */ (kind)]?.(bytes) ?? 0;
