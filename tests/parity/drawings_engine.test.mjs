// What looks into drawings answers alike in the page and natively, to the last bit: looks, strokes and groups of the
// pack's drawings, through engine_drawings.wasm's own door.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { openEngine } from './wasm_engine.mjs';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const native = path.join(project, 'build/native/tests/parity/drawings_wing_parity');
const pack = path.join(project, 'build/packs/drawings');
const KINDS = ['look', 'groups', 'strokes'];

/** @param {Buffer} bytes u32 length and bytes, one after the other */
function records(bytes) {
  const all = [];
  for (let at = 0; at < bytes.length;) {
    const size = bytes.readUInt32LE(at);
    all.push(bytes.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return all;
}

test('page and native see the same in a drawing', async (t) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-drawings-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const [asked, told] = ['questions', 'answers'].map((name) => path.join(folder, name));
  execFileSync(native, ['ask', pack, asked]);
  execFileSync(native, ['answer', pack, asked, told]);
  const questions = records(fs.readFileSync(asked));
  const answers = records(fs.readFileSync(told));
  assert.equal(answers.length, questions.length);
  const engine = await openEngine(path.join(project, 'build/web/src/engine'), 'engine_drawings', '', pack);
  /** @type {Record<string, number>} */
  const counts = {};
  questions.forEach((question, i) => {
    const kind = KINDS[question[0]];
    counts[kind] = (counts[kind] ?? 0) + 1;
    assert.ok(engine.room(question).at(-1)?.equals(answers[i]), `question ${i}, ${kind}`);
  });
  console.log(`${questions.length} answers alike to the last bit: ${JSON.stringify(counts)}`);
  assert.ok(counts.look >= 20 && counts.groups === 15 && counts.strokes === 6);
});
