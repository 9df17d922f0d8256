// The page's engine and the command line choose the same lines, bit for bit: 20 gradients, five pairs
// in four mixes, against the pack of lines where it has been made.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
const pack = process.env.MEANDER_LINES ?? path.join(project, 'build/packs/sentences');
const OPEN_PACK = 1;
const OPEN_MODEL = 2;
const GRADIENT = 7;
const REPLY_ERROR = 1;
const REPLY_OPENED = 3;
const REPLY_GRADIENT = 9;

/** @param {number} value @returns {number[]} */
const varint = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))]);
/** @param {Uint8Array | string} bytes */
const blob = (bytes) => { const all = Buffer.from(bytes); return [...varint(all.length), ...all]; };
/** @param {number} id @param {number} kind @param {number[]} fields */
const request = (id, kind, fields) => Buffer.from([id & 255, id >> 8, 0, 0, kind, ...fields]);

/** Reads varints, texts and the like. */
class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) { this.bytes = Buffer.from(bytes); this.at = 0; }
  byte() { return this.bytes[this.at++]; }
  u32() { this.at += 4; return this.bytes.readUInt32LE(this.at - 4); }
  varint() { let value = 0; for (let scale = 1; ; scale *= 128) { const byte = this.byte(); value += (byte & 127) * scale; if (byte < 128) return value; } }
  blob() { const size = this.varint(); this.at += size; return this.bytes.subarray(this.at - size, this.at); }
}

/** The texts of a gradient's stops. @param {Reader} reply past its kind */
function stopsOf(reply) {
  const choice = () => { reply.varint(); reply.at += 2; return reply.blob().toString(); };
  return Array.from({ length: reply.varint() }, () => {
    const text = choice();
    reply.at += 14;
    for (let others = reply.varint(); others > 0; others -= 1) choice();
    return text;
  });
}

test('page and command line choose the same lines', { skip: !fs.existsSync(path.join(pack, 'pack.meander')) }, async () => {
  const folder = path.join(project, 'build/web/src/engine');
  const { default: factory } = await import(path.join(folder, 'engine.mjs'));
  const wasm = await factory({ wasmBinary: fs.readFileSync(path.join(folder, 'engine.wasm')) });
  /** @param {Uint8Array} bytes @param {(at: number) => void} use */
  const give = (bytes, use) => {
    const at = wasm._malloc(bytes.length || 1);
    wasm.HEAPU8.set(bytes, at);
    use(at);
    wasm._free(at);
  };
  /** Asks, serves files from the disk, and gives the final reply. @param {number} id @param {Buffer} bytes */
  const ask = (id, bytes) => {
    give(bytes, (at) => wasm._engine_ask(at, bytes.length));
    /** @type {Reader | undefined} */
    let answer;
    for (let rounds = 0; rounds < 10000; rounds += 1) {
      while (wasm._engine_step());
      const pointer = wasm._engine_take();
      const out = new Reader(wasm.HEAPU8.slice(pointer, pointer + wasm._engine_take_length()));
      while (out.at < out.bytes.length) {
        const kind = out.byte();
        if (kind === 1) {
          const reply = new Reader(out.blob());
          const whose = reply.u32();
          const what = reply.byte();
          if (whose === id && what === REPLY_ERROR) { reply.byte(); assert.fail(reply.blob().toString()); }
          if (whose === id && (what === REPLY_OPENED || what === REPLY_GRADIENT)) answer = reply;
        } else if (kind === 2) {
          const file = out.u32();
          const content = fs.readFileSync(out.blob().toString());
          give(content, (at) => wasm._engine_deliver(file, 1, at, content.length));
        } else {
          out.u32();
        }
      }
      if (answer) return answer;  // only now: what else came with it has been served
    }
    return assert.fail('no answer');
  };
  const model = path.join(cache, 'model');
  ask(1, request(1, OPEN_PACK, [...blob(`${pack}/`), ...blob(fs.readFileSync(path.join(pack, 'pack.meander')))]));
  ask(2, request(2, OPEN_MODEL, [...blob(`${model}/`), ...blob(fs.readFileSync(path.join(model, 'model.meander')))]));
  const pairs = fs.readFileSync(path.join(project, 'bench/gradient/pairs.jsonl'), 'utf8').trimEnd().split('\n').slice(0, 5).map((line) => JSON.parse(line));
  let id = 2;
  for (const mix of [[100, 0, 0], [0, 100, 0], [0, 0, 100], [34, 33, 33]]) {
    for (const { a, b } of pairs) {
      id += 1;
      const fields = [...blob(a), ...blob(b), ...mix, 7, 50, 0xFF, 0xFF, 0, 0, 0, 0, 0];
      const theirs = stopsOf(ask(id, request(id, GRADIENT, fields)));
      const printed = execFileSync(path.join(project, 'build/native/src/cli/meander-cli'),
        ['gradient', pack, a, b, '--space', mix.join(','), '--json']).toString();
      const ours = JSON.parse(printed).lines.map((/** @type {{ text: string }} */ line) => line.text);
      assert.equal(theirs.length, 7);
      assert.deepEqual(theirs, ours, `${a} → ${b} in ${mix}`);
    }
  }
});
