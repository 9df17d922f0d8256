// Native and wasm read alike: identical pieces, and in both arithmetics vectors of the same bits (the
// integer sums are exact whichever kernel makes them, the floats between them go in one order).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
const model = path.join(cache, 'model');
const WIDTH = 384;

/** All texts of the reference and the nasty ones of the tokenizer's table, a line each. */
const texts = [...fs.readFileSync(path.join(project, 'tests/reference/encoder_texts.txt'), 'utf8').trimEnd().split('\n').slice(0, 40),
  ...fs.readFileSync(path.join(project, 'tests/reference/tokenizer.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line).text)
    .filter((text) => !/[\n\r]/.test(text)).slice(0, 60)];

/** The files of a section, in order. @param {string} name */
function joined(name) {
  const files = fs.readdirSync(model).filter((file) => file.startsWith(`${name}-`))
    .sort((a, b) => Number(a.split('-')[1]) - Number(b.split('-')[1]));
  return Buffer.concat(files.map((file) => fs.readFileSync(path.join(model, file))));
}

/** @param {Uint8Array} bytes @param {number} at */
function reply(bytes, at) {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at);
  const count = view.getUint32(0, true);
  const ids = Array.from({ length: count }, (_, i) => view.getInt32(4 + 4 * i, true));
  const vectors = Array.from({ length: 2 * WIDTH }, (_, i) => view.getFloat32(4 + 4 * count + 4 * i, true));
  return { ids, vectors, size: 4 + 4 * count + 8 * WIDTH };
}

test('native and wasm read 100 texts alike', async () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'meander-')), 'texts.txt');
  fs.writeFileSync(file, texts.map((text) => `${text}\n`).join(''));
  const native = execFileSync(path.join(project, 'build/native/tests/parity/parity_native'), [model, file], { maxBuffer: 1 << 28 });

  const { default: factory } = await import(path.join(project, 'build/web/tests/parity/parity_web.mjs'));
  const wasm = await factory({ wasmBinary: fs.readFileSync(path.join(project, 'build/web/tests/parity/parity_web.wasm')) });
  /** @param {Buffer} bytes @param {(at: number) => number} use */
  const give = (bytes, use) => {
    const at = wasm._malloc(bytes.length || 1);
    wasm.HEAPU8.set(bytes, at);
    const result = use(at);
    wasm._free(at);
    return result;
  };
  const vocabulary = joined('vocabulary');
  const layers = joined('layers');
  assert.equal(give(layers, (at) => give(vocabulary, (words) => wasm._parity_open(at, layers.length, words, vocabulary.length))), 1);
  const rows = joined('words');
  assert.equal(give(rows, (at) => wasm._parity_words(at, rows.length)), 1);

  let at = 0;
  let worst = 0;
  for (const text of texts) {
    const bytes = Buffer.from(text);
    const size = give(bytes, (place) => wasm._parity_read(place, bytes.length));
    const pointer = wasm._parity_reply();
    const theirs = reply(wasm.HEAPU8.slice(pointer, pointer + size), 0);
    const ours = reply(native, at);
    at += ours.size;
    assert.deepEqual(theirs.ids, ours.ids, text);
    for (let i = 0; i < 2 * WIDTH; i += 1) worst = Math.max(worst, Math.abs(theirs.vectors[i] - ours.vectors[i]));
  }
  assert.equal(at, native.length);
  console.log(`largest difference of a component: ${worst}`);
  assert.ok(worst <= 1e-5, `${worst}`);
  assert.equal(worst, 0, 'the same operations in the same order give the same bits');
});
