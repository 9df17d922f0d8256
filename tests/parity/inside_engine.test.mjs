// What looks into the encoder says the same in the page and natively: pairs by four methods, words by
// six, curves, grids with their nearest known contexts, cells, influence, groups and places on the map of ideas, of 20 texts, through engine_inside.wasm's own door.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { openEngine } from './wasm_engine.mjs';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
const native = path.join(project, 'build/native/tests/parity/inside_parity');
const pack = path.join(project, 'build/packs/inside');

test('page and native say the same about what is inside', async (t) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-inside-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const asked = path.join(folder, 'questions');
  const told = path.join(folder, 'answers');
  execFileSync(native, ['ask', asked]);
  const questions = fs.readFileSync(asked);
  const engine = await openEngine(path.join(project, 'build/web/src/engine'), 'engine_inside', path.join(cache, 'model'), pack);
  /** @type {Buffer[]} */
  const answers = [];
  for (let at = 0; at < questions.length;) {
    const size = questions.readUInt32LE(at);
    const answer = engine.room(questions.subarray(at + 4, at + 4 + size)).at(-1);
    assert.ok(answer);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(answer.length);
    answers.push(head, answer);
    at += 4 + size;
  }
  fs.writeFileSync(told, Buffer.concat(answers));
  const lines = execFileSync(native, ['compare', path.join(cache, 'model'), pack, asked, told], { maxBuffer: 1 << 26 }).toString().trim().split('\n').map((line) => JSON.parse(line));
  assert.ok(lines.length > 200, `${lines.length} questions`);
  const kinds = ['pair', 'words', 'grid', 'groups', 'edit', 'cell', 'neuron', 'influence', 'check'];
  /** @type {Record<string, number>} */
  const worst = {};
  for (const line of lines) {
    assert.equal(line.question, line.answer);
    assert.ok(line.same_words, JSON.stringify(line));
    worst[kinds[line.question]] = Math.max(worst[kinds[line.question]] ?? 0, line.worst);
  }
  console.log(`${lines.length} questions; largest difference of a number: ${JSON.stringify(worst)}`);
  for (const [kind, most] of Object.entries(worst)) assert.ok(most < 1e-5, `${kind}: ${most}`);
});
