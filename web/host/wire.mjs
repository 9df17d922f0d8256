// The numbers and byte order shared with src/host/host_web.cpp: what the program may ask of the page
// (Op) and what the page tells the program (EventKind), and little-endian readers and writers.
// Numbers are never reused; a new one goes to both files.

/** What the program asks for. */
export const Op = Object.freeze({
  fetch: 1, askEngine: 2, cancelEngine: 3, showPage: 4, setLink: 5, copyText: 6, saveFile: 7,
  remember: 8, say: 9, setTheme: 10, setCursor: 11, tellReady: 12, navigate: 13, requestFrame: 14,
  tellParent: 15, speak: 16, showPicture: 17, prepareAudio: 18, startAudio: 19, stopAudio: 20,
  playBlock: 21, playNow: 22, send: 23, setHandles: 24,
});

/** What the page tells. */
export const EventKind = Object.freeze({
  fetchProgress: 1, engineReply: 2, pageAction: 3, link: 4, pointer: 5, wheel: 6, key: 7, focus: 8,
  resize: 9, settings: 10, visibility: 11, context: 12, recalled: 13, hostMessage: 14,
  audio: 15,
});

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Appends little-endian values; `take()` gives the bytes. */
export class ByteWriter {
  constructor() {
    /** @type {number[]} */
    this.bytes = [];
    this.view = new DataView(new ArrayBuffer(8));
  }
  /** @param {number} count @returns {this} */
  copyView(count) {
    for (let i = 0; i < count; ++i) this.bytes.push(this.view.getUint8(i));
    return this;
  }
  /** @param {number | boolean} value */
  u8(value) {
    this.bytes.push(Number(value) & 255);
    return this;
  }
  /** @param {number} value */
  u32(value) {
    this.view.setUint32(0, value, true);
    return this.copyView(4);
  }
  /** @param {number} value */
  f32(value) {
    this.view.setFloat32(0, value, true);
    return this.copyView(4);
  }
  /** @param {number} value */
  f64(value) {
    this.view.setFloat64(0, value, true);
    return this.copyView(8);
  }
  /** Varint length, then UTF-8. @param {string} value */
  text(value) {
    const utf8 = encoder.encode(value);
    let rest = utf8.length;
    while (rest >= 128) {
      this.bytes.push((rest & 127) | 128);
      rest = Math.floor(rest / 128);
    }
    this.bytes.push(rest);
    for (const byte of utf8) this.bytes.push(byte);
    return this;
  }
  take() {
    return Uint8Array.from(this.bytes);
  }
}

/** Reads what ByteWriter (here or in C++) wrote; throws a RangeError past the end. */
export class ByteReader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }
  u8() {
    return this.view.getUint8(this.at++);
  }
  u32() {
    const value = this.view.getUint32(this.at, true);
    this.at += 4;
    return value;
  }
  f64() {
    const value = this.view.getFloat64(this.at, true);
    this.at += 8;
    return value;
  }
  varint() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.u8();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }
  /** @param {number} count */
  raw(count) {
    if (this.at + count > this.bytes.length) throw new RangeError('past the end');
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }
  text() {
    return decoder.decode(this.raw(this.varint()));
  }
  /** What is left, as numbers of four bytes. */
  floats() {
    const bytes = this.rest();
    return new Float32Array(bytes.slice(0, bytes.length - bytes.length % 4).buffer);
  }
  rest() {
    return this.raw(this.bytes.length - this.at);
  }
  get done() {
    return this.at >= this.bytes.length;
  }
}

/** @param {Uint8Array} bytes */
export const textOf = (bytes) => decoder.decode(bytes);
/** @param {string} text */
export const bytesOf = (text) => encoder.encode(text);
