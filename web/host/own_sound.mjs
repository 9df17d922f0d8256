// Sounds of the reader's own: the bytes of a chosen file, the same decoded by the browser where our own decoder
// does not know its kind, and a few seconds of the microphone, asked for only on a click. Nothing leaves the page.
import { FetchError } from './fetch.mjs';
import { keptFile } from './kept_files.mjs';

const RATE = 44100;
const LONGEST_RECORDING_MS = 4000, LONGEST_DECODED_S = 60;
// The browser decodes a file whole, and hours of sound are gigabytes; minutes of it are smaller than this.
const LARGEST_DECODED = 8 * 1024 * 1024;
const HEADER = 44;

/** What is being recorded. @type {(() => void) | null} */
let stopRecording = null;

/** A WAV of 16 bits, one channel. @param {Float32Array} samples */
export function wavOf(samples) {
  const bytes = new DataView(new ArrayBuffer(HEADER + 2 * samples.length));
  const words = [[0, 'RIFF'], [8, 'WAVEfmt '], [36, 'data']];
  for (const [at, text] of /** @type {[number, string][]} */ (words)) [...text].forEach((letter, i) => bytes.setUint8(at + i, letter.charCodeAt(0)));
  bytes.setUint32(4, 36 + 2 * samples.length, true);
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, RATE, true);
  bytes.setUint32(28, 2 * RATE, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  bytes.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, i) => bytes.setInt16(HEADER + 2 * i, Math.max(-32768, Math.min(32767, Math.round(sample * 32767))), true));
  return new Uint8Array(bytes.buffer);
}

/** Whatever the browser can decode, mixed to one channel. @param {ArrayBuffer} bytes @param {Window & typeof globalThis} scope */
async function decode(bytes, scope) {
  const context = new scope.OfflineAudioContext(1, RATE, RATE);
  const buffer = await context.decodeAudioData(bytes);
  const length = Math.min(buffer.length, LONGEST_DECODED_S * RATE);
  const mono = new Float32Array(length);
  for (let channel = 0; channel < buffer.numberOfChannels; channel += 1) {
    const samples = buffer.getChannelData(channel);
    for (let i = 0; i < length; i += 1) mono[i] += samples[i] / buffer.numberOfChannels;
  }
  return wavOf(mono);
}

/** @param {Window & typeof globalThis} scope */
async function record(scope) {
  let isOver = false;
  // Whoever presses Stop while the browser still asks means it.
  stopRecording = () => { isOver = true; };
  const stream = await scope.navigator.mediaDevices?.getUserMedia({ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } });
  if (!stream) throw new FetchError('no microphone', false);
  try {
    if (isOver) return wavOf(new Float32Array(1));
    const recorder = new scope.MediaRecorder(stream);
    /** @type {Blob[]} */
    const parts = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    const ended = new Promise((done) => { recorder.onstop = done; });
    stopRecording = () => { if (recorder.state !== 'inactive') recorder.stop(); };
    recorder.start();
    const clock = scope.setTimeout(() => stopRecording?.(), LONGEST_RECORDING_MS);
    await ended;
    scope.clearTimeout(clock);
    const recorded = await new Blob(parts).arrayBuffer();
    return recorded.byteLength === 0 ? wavOf(new Float32Array(1)) : await decode(recorded, scope);
  } finally {
    // The little light beside the camera goes out.
    for (const track of stream.getTracks()) track.stop();
    stopRecording = null;
  }
}

/** @param {string} wish "brought:N", "decoded:N", "microphone:N" or "microphone:stop" @param {Window & typeof globalThis} scope @returns {Promise<Uint8Array>} */
export async function carryOut(wish, scope) {
  if (wish === 'microphone:stop') {
    stopRecording?.();
    return new Uint8Array();
  }
  try {
    if (wish.startsWith('microphone:')) return await record(scope);
    const file = keptFile(wish.replace(/^decoded:/, 'brought:'));
    if (!file) throw new FetchError('The file is not there any more.', false);
    const isDecoded = wish.startsWith('decoded:');
    if (isDecoded && file.size > LARGEST_DECODED) throw new FetchError('too large to be decoded', false);
    const bytes = await file.arrayBuffer();
    return isDecoded ? await decode(bytes, scope) : new Uint8Array(bytes);
  } catch (error) {
    throw error instanceof FetchError ? error : new FetchError(String(error), false);
  }
}
