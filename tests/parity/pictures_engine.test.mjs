// What looks at pictures answers alike in the page and natively, to the last bit: looks, cells, shares by
// five methods, groups and races, of the pack's photos, through engine_pictures.wasm's own door.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { openEngine } from './wasm_engine.mjs';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const native = path.join(project, 'build/native/tests/parity/pictures_wing_parity');
const pack = path.join(project, 'build/packs/pictures');
const KINDS = ['take', 'look', 'cell', 'share', 'groups', 'unit', 'race', 'grow'];

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

test('page and native see the same in a picture', async (t) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-pictures-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const [asked, told] = ['questions', 'answers'].map((name) => path.join(folder, name));
  execFileSync(native, ['ask', pack, asked]);
  execFileSync(native, ['answer', pack, asked, told]);
  const questions = records(fs.readFileSync(asked));
  const answers = records(fs.readFileSync(told));
  assert.equal(answers.length, questions.length);
  const engine = await openEngine(path.join(project, 'build/web/src/engine'), 'engine_pictures', '', pack);
  /** @type {Record<string, number>} */
  const counts = {};
  questions.forEach((question, i) => {
    const said = engine.room(question);
    const kind = KINDS[question[0]];
    counts[kind] = (counts[kind] ?? 0) + 1;
    assert.ok(said.at(-1)?.equals(answers[i]), `question ${i}, ${kind}`);
    if (kind === 'race' || kind === 'grow') assert.ok(said.length > 1, 'told while it goes on');
  });
  // The pack's known answers are what looking says.
  for (let i = 0; i + 1 < questions.length; ++i) {
    if (questions[i][0] === 1 && questions[i + 1][0] === 1 && questions[i + 1].length > 1000) {
      assert.ok(answers[i].equals(answers[i + 1]), `known answer of question ${i}`);
    }
  }
  console.log(`${questions.length} answers alike to the last bit: ${JSON.stringify(counts)}`);
  assert.ok(counts.look > 8 && counts.cell >= 14 && counts.share >= 34 && counts.groups >= 2 && counts.race === 1 && counts.grow === 1);
});
