// Pictures for the program, upright, small and as plain pixels: a file beside the page, one the reader has brought, or
// one frame of the camera, asked for only on a click. The browser decodes; nothing leaves the page. What goes wrong is
// said as one of the codes below; the program has a sentence for each (src/canvas/picture_wish.h).
import { fetchBytes, FetchError } from './fetch.mjs';
import { keptFile } from './kept_files.mjs';
import { Remark, remarksOn } from './picture_ends.mjs';
import { LOOKED_AT, pictureKind } from './picture_kinds.mjs';

/** @typedef {Window & typeof globalThis} Scope */

const LARGEST_FILE = 64 * 1024 * 1024, MOST_PIXELS = 100e6;
const LONGEST_SIDE = 1024, LONGEST_WISHED = 4096;
/** What every browser's canvas can hold. */
const LARGEST_CANVAS = 4096;
const CAMERA_WAIT_MS = 400, CAMERA_PATIENCE_MS = 15_000;

const Fault = Object.freeze({
  gone: 'picture-gone', large: 'picture-large', pixels: 'picture-pixels', empty: 'picture-empty', kind: 'picture-kind', cut: 'picture-cut',
  unknown: 'picture-heic', guarded: 'picture-guarded', noCamera: 'camera-none', refused: 'camera-refused', stopped: 'camera-stopped',
});

/** @param {string} code */
const fault = (code) => new FetchError(code, false);

/** What the camera is at is given up. @type {(() => void) | null} */
let stopCamera = null;

/** @param {number} width @param {number} height @param {number} longest @returns {[number, number]} at least one pixel each way, never larger */
export function fitted(width, height, longest) {
  const scale = Math.min(1, longest / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

/** @param {number} width @param {number} height @param {Scope} scope */
function paper(width, height, scope) {
  const canvas = scope.document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d', { willReadFrequently: true });  // kept out of the GPU: the same pixels everywhere
  if (!pen) throw fault(Fault.guarded);
  return { canvas, pen };
}

/** Some browsers give a page other pixels than were drawn, so that nobody can be told by them. @param {Scope} scope */
function isGuarded(scope) {
  const { pen } = paper(2, 2, scope);
  pen.fillStyle = 'rgb(40 120 200)';
  pen.fillRect(0, 0, 2, 2);
  const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
  return Math.abs(red - 40) > 8 || Math.abs(green - 120) > 8 || Math.abs(blue - 200) > 8 || alpha < 247;
}

/**
 * u32 width, u32 height, RGBA; behind them a byte of remarks on the file, if there are any. What is clear is on white, as natively (src/make/photo_file.h).
 * @param {CanvasImageSource} source @param {number} width @param {number} height of the source @param {number} longest @param {Scope} scope
 */
function pixelsOf(source, width, height, longest, scope) {
  if (!(width > 0) || !(height > 0)) throw fault(Fault.empty);
  if (isGuarded(scope)) throw fault(Fault.guarded);
  const [wide, high] = fitted(width, height, longest);
  // Halved again and again: drawn small at once, a large photo is read at a few of its pixels.
  let steps = 0;
  while (Math.max(wide, high) * 2 ** (steps + 1) <= Math.min(LARGEST_CANVAS, Math.max(width, height))) steps += 1;
  /** @type {CanvasImageSource} */
  let from = source;
  for (; ; steps -= 1) {
    const [across, down] = [Math.min(wide * 2 ** steps, Math.max(width, wide)), Math.min(high * 2 ** steps, Math.max(height, high))];
    const { canvas, pen } = paper(across, down, scope);
    pen.imageSmoothingQuality = 'high';
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, across, down);
    pen.drawImage(from, 0, 0, across, down);
    if (steps === 0) {
      const { data } = pen.getImageData(0, 0, wide, high);
      const out = new Uint8Array(8 + data.length);
      new DataView(out.buffer).setUint32(0, wide, true);
      new DataView(out.buffer).setUint32(4, high, true);
      out.set(data, 8);
      return out;
    }
    from = canvas;
  }
}

/** @param {Uint8Array} pixels @param {number} remarks */
function remarked(pixels, remarks) {
  const out = new Uint8Array(pixels.length + 1);
  out.set(pixels);
  out[pixels.length] = remarks;
  return out;
}

/** Of some kinds that were cut off a browser knows the size and draws nothing. @param {HTMLImageElement} image @param {Scope} scope */
function showsAnything(image, scope) {
  if (!(image.naturalWidth > 0)) return false;
  const side = 64;
  const { pen } = paper(side, side, scope);
  pen.drawImage(image, 0, 0, side, side);
  return pen.getImageData(0, 0, side, side).data.some((value) => value !== 0);
}

/**
 * For a browser that has no createImageBitmap for files, or not for this one. What is not decoded whole is taken where it
 * is known to be cut off. @param {Blob} blob @param {Scope} scope @param {boolean} isCut
 */
async function imageOf(blob, scope, isCut) {
  const address = scope.URL.createObjectURL(blob);
  try {
    const image = new scope.Image();
    const loaded = new Promise((done) => { image.onload = done; image.onerror = done; });
    image.src = address;
    await (isCut ? loaded : image.decode());
    if (isCut && !showsAnything(image, scope)) throw fault(Fault.cut);
    return { source: image, width: image.naturalWidth, height: image.naturalHeight, close: () => {} };
  } finally {
    // What is decoded stays with the element.
    scope.URL.revokeObjectURL(address);
  }
}

/** @param {Blob} blob @param {Scope} scope */
async function bitmapOf(blob, scope) {
  const bitmap = await scope.createImageBitmap(blob, { imageOrientation: 'from-image' })
    .catch((error) => { if (error instanceof TypeError) return scope.createImageBitmap(blob); throw error; });
  return { source: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() };
}

/** The code for a file of which nothing can be drawn. @param {string} kind @param {boolean} isCut */
function undrawable(kind, isCut) {
  if (['HEIC', 'RAW', 'AVIF'].includes(kind)) return Fault.unknown;
  return isCut ? Fault.cut : Fault.kind;
}

/** Of an animation the first frame. @param {Blob} blob @param {number} longest @param {Scope} scope */
export async function decode(blob, longest, scope) {
  if (blob.size > LARGEST_FILE) throw fault(Fault.large);
  if (blob.size === 0) throw fault(Fault.empty);
  const bytes = new Uint8Array(await blob.arrayBuffer().catch(() => { throw fault(Fault.gone); }));
  const said = pictureKind(bytes.subarray(0, LOOKED_AT));
  if (said.width * said.height > MOST_PIXELS) throw fault(Fault.pixels);
  const remarks = remarksOn(said.kind, bytes), isCut = (remarks & Remark.endsEarly) !== 0;
  const decoded = await bitmapOf(blob, scope).catch(() => imageOf(blob, scope, isCut))
    .catch(() => { throw fault(undrawable(said.kind, isCut)); });
  try {
    if (decoded.width * decoded.height > MOST_PIXELS) throw fault(Fault.pixels);
    const pixels = pixelsOf(decoded.source, decoded.width, decoded.height, longest, scope);
    return remarks === 0 ? pixels : remarked(pixels, remarks);
  } finally {
    decoded.close();
  }
}

/** Until it shows something, and the eye behind it has got used to the light. @param {HTMLVideoElement} video @param {Scope} scope */
async function seen(video, scope) {
  await video.play();
  const until = scope.performance.now() + CAMERA_PATIENCE_MS;
  do await new Promise((done) => { scope.setTimeout(done, CAMERA_WAIT_MS); });
  while (video.videoWidth === 0 && scope.performance.now() < until);
}

/** @param {number} longest @param {Scope} scope */
async function photograph(longest, scope) {
  let isOver = false;
  // Whoever goes away while the browser still asks means it.
  stopCamera = () => { isOver = true; };
  /** @type {MediaStream | undefined} */
  let stream;
  try {
    stream = await scope.navigator.mediaDevices?.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
  } catch (error) {
    throw fault(error instanceof scope.DOMException && error.name === 'NotFoundError' ? Fault.noCamera : Fault.refused);
  }
  if (!stream) throw fault(Fault.noCamera);
  try {
    if (isOver) throw fault(Fault.stopped);
    const video = scope.document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    await seen(video, scope).catch(() => { throw fault(Fault.refused); });
    if (isOver) throw fault(Fault.stopped);
    return pixelsOf(video, video.videoWidth, video.videoHeight, longest, scope);
  } finally {
    // The little light beside the camera goes out.
    for (const track of stream.getTracks()) track.stop();
    stopCamera = null;
  }
}

/** Bytes that travel within a wish: "bytes;NAME;BASE64URL". @param {string} address */
function within(address) {
  const text = address.slice(address.lastIndexOf(';') + 1).replaceAll('-', '+').replaceAll('_', '/');
  try {
    return new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]);
  } catch {
    throw fault(Fault.kind);
  }
}

/** @param {string} address @param {(done: number, total: number) => void} [onProgress] @returns {Promise<Blob>} */
async function fileAt(address, onProgress) {
  if (address.startsWith('bytes;')) return within(address);
  if (!address.startsWith('brought:')) return new Blob([/** @type {BlobPart} */ (await fetchBytes(address, { onProgress }))]);
  const file = keptFile(address);
  if (!file) throw fault(Fault.gone);
  return file;
}

/**
 * @param {string} wish "picture:ADDRESS", "picture:512:ADDRESS" with the longest side wanted; an address is one beside the
 * page, "brought:N", "bytes;NAME;BASE64URL" or "camera". "camera:N" is the camera as well, "camera:stop" its end.
 * @param {Scope} scope @param {(done: number, total: number) => void} [onProgress] @returns {Promise<Uint8Array>}
 */
export async function carryOut(wish, scope, onProgress) {
  if (wish === 'camera:stop') {
    stopCamera?.();
    return new Uint8Array();
  }
  const [, side, address = 'camera'] = /^picture:(?:(\d{1,4}):)?(.*)$/s.exec(wish) ?? [];
  const longest = Math.max(1, side === undefined ? LONGEST_SIDE : Math.min(LONGEST_WISHED, Number(side)));
  if (address === 'camera') return photograph(longest, scope);
  return decode(await fileAt(address, onProgress), longest, scope);
}
