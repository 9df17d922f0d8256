// A beat in the page is the beat that the tool writes: every sprite of the pack is decoded natively
// and by wasm, four of its sounds described and a beat of them mixed, and every number is the same.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const head = path.join(project, 'build/packs/sounds/pack.meander');

/** The lists of numbers that one sprite gave. @param {Uint8Array} bytes */
function lists(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out = [];
  for (let at = 0; at < bytes.length;) {
    const count = view.getUint32(at, true);
    out.push(Float32Array.from({ length: count }, (_, i) => view.getFloat32(at + 4 + 4 * i, true)));
    at += 4 + 4 * count;
  }
  return out;
}

test('every sprite sounds alike, natively and in the page, to the last bit', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-'));
  const count = Number(execFileSync(path.join(project, 'build/native/tests/parity/sounds_parity'), [head, folder], { encoding: 'utf8' }));
  assert.ok(count >= 5, `${count} sprites`);
  const { default: factory } = await import(path.join(project, 'build/web/tests/parity/sounds_parity_web.mjs'));
  const wasm = await factory({ wasmBinary: fs.readFileSync(path.join(project, 'build/web/tests/parity/sounds_parity_web.wasm')) });
  let samples = 0;
  let beats = 0;
  for (let number = 0; number < count; number += 1) {
    const mp3 = fs.readFileSync(path.join(folder, `${number}.mp3`));
    const at = wasm._malloc(mp3.length);
    wasm.HEAPU8.set(mp3, at);
    const size = wasm._sounds_hear(at, mp3.length);
    wasm._free(at);
    const reply = wasm._sounds_reply();
    const theirs = wasm.HEAPU8.slice(reply, reply + size);
    const ours = fs.readFileSync(path.join(folder, `${number}.heard`));
    const [sprite, ...rest] = lists(ours);
    assert.ok(sprite.length > 20_000 && sprite.some((value) => Math.abs(value) > 0.1), 'there is something to hear');
    if (rest.length > 0) {
      beats += 1;
      assert.ok(rest[rest.length - 1].some((value) => Math.abs(value) > 0.05), 'and in the beat');
    }
    assert.ok(Buffer.compare(theirs, ours) === 0, `sprite ${number} differs`);
    samples += sprite.length;
  }
  assert.ok(beats > 0);
  console.log(`${count} sprites, ${samples} samples, ${beats} beats alike`);
  fs.rmSync(folder, { recursive: true });
});
