// ./meander draw: which sign a drawing is, what each stroke does, and that every bad file and call is one sentence.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-draw-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
/** @type {Record<string, [number, number][][]>} */
const drawings = JSON.parse(fs.readFileSync(path.join(root, 'tests/fixtures/drawings.json'), 'utf8'));

/** @param {string} name @param {unknown} content */
function file(name, content) {
  const at = path.join(folder, name);
  fs.writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
  return at;
}
/** @param {...string} words */
function draw(...words) {
  const { status, stdout, stderr } = spawnSync(path.join(root, 'build/native/src/cli/meander-cli'), ['draw', ...words], { encoding: 'utf8' });
  return { rc: status, said: stdout, refused: stderr.trimEnd() };
}
/** @param {...string} words @returns {any} */
function drawn(...words) {
  const { rc, said, refused } = draw(...words, '--json');
  assert.equal(rc, 0, refused);
  return JSON.parse(said);
}

test('a drawing is read as what it is, whatever its size and place', () => {
  const { strokes, top } = drawn(file('inter.json', drawings.inter));
  assert.equal(strokes, 1);
  assert.deepEqual(top.slice(0, 2).map((/** @type {any} */ one) => one.sign), ['∩', '⋂']);
  assert.ok(top.some((/** @type {any} */ one) => one.sign === 'ω'));
  assert.equal(top.length, 5);
  assert.ok(top.every((/** @type {any} */ one, /** @type {number} */ i) => i === 0 || (one.logit <= top[i - 1].logit && one.share <= top[i - 1].share)));
  const large = drawings.inter.map((stroke) => stroke.map(([x, y]) => [x * 4096 - 512, y * 4096 + 8192]));
  assert.deepEqual(drawn(file('large.json', { strokes: large })).top, top);
  assert.match(draw(file('inter.json', drawings.inter)).said.split('\n')[0], /^ +0\.\d{3} {2}∩ {2}inter, logit \d\.\d\d$/);
});

test('each stroke is tried without, alone and in pairs', () => {
  const { parts, top } = drawn(file('exists.json', drawings.exists));
  assert.equal(parts.of.sign, '∃');
  assert.ok(Math.abs(parts.value - top[0].logit) < 1e-6);
  assert.deepEqual(parts.without.map((/** @type {any} */ one) => one.stroke), [1, 2]);
  const [[first, second], [pair]] = [parts.without, parts.without_two];
  for (const one of [first, second, pair]) assert.ok(Math.abs(parts.value - one.value - one.loss) < 1e-5);
  // Without its tongue it is the bracket that is left; without everything an empty sheet.
  assert.equal(second.top.sign, '⊐');
  assert.ok(second.loss > 5 && first.loss > second.loss);
  assert.deepEqual(pair.strokes, [1, 2]);
  assert.ok(Math.abs(pair.together - (pair.loss - first.loss - second.loss)) < 1e-5);
  assert.ok(Math.abs(pair.value - parts.empty.value) < 1e-6);
  assert.deepEqual(pair.top, parts.empty.top);
});

test('one sign is weighed against another', () => {
  const sum = file('sum.json', drawings['sum in three']);
  const { parts, top } = drawn(sum, '--sign', '∑', '--against', 'Sigma');
  assert.deepEqual([parts.of.name, parts.against.sign], ['sum', 'Σ']);
  const logit = (/** @type {string} */ sign) => top.find((/** @type {any} */ one) => one.sign === sign).logit;
  assert.ok(Math.abs(parts.value - (logit('∑') - logit('Σ'))) < 1e-5);
  assert.equal(parts.without.length, 5);
  assert.equal(parts.without_two.length, 10);
  assert.match(draw(sum, '--against', 'Σ').said, /∑ is 0\.\d\d ahead of Σ/);
  assert.equal(drawn(sum, '--sign', String(parts.against.number)).parts.of.sign, 'Σ');
  const seven = Array.from({ length: 7 }, (_, i) => [[0, i], [9, i]]);
  assert.deepEqual(drawn(file('seven.json', seven)).parts.without_two, [], 'pairs only of six or fewer');
});

test('the ghost has none of the knowledge, and a seed is a ghost', () => {
  const sum = file('ghost.json', drawings['sum in three']);
  const trained = drawn(sum), ghost = drawn(sum, '--ghost'), again = drawn(sum, '--ghost', '--seed', '1'), other = drawn(sum, '--ghost', '--seed', '2');
  assert.deepEqual(ghost, again);
  assert.equal(ghost.ghost, 1);
  assert.equal(trained.ghost, undefined);
  assert.notDeepEqual(ghost.top, other.top);
  // Shuffled it is loud, and says the same whatever is drawn.
  const first = Object.values(drawings).map((strokes, i) => drawn(file(`ghost${i}.json`, strokes), '--ghost').top[0].sign);
  assert.equal(new Set(first).size, 1, `${first}`);
  assert.notEqual(first[0], trained.top[0].sign);
  assert.equal(drawn(sum, '--ghost', '--sign', 'sum').parts.of.sign, '∑');
});

test('a bad file or call is one sentence', () => {
  const good = file('good.json', drawings.pi);
  for (const [words, sentence] of /** @type {[string[], RegExp][]} */ ([
    [[good, '--seed', '2'], /^--seed goes with --ghost/], [[good, '--ghost', '--seed', '-1'], /seed/],
    [[], /^Give one drawing/], [[good, good], /^Give one drawing/], [[path.join(folder, 'none.json')], /^There is no file/], [[''], /^There is no file/],
    [[folder], /no file with a drawing/], [['/dev/zero'], /no file with a drawing/], [[file('big.json', ' '.repeat(5 << 20))], /larger than 4 MB/],
    [[file('empty.json', '')], /The drawing/], [[file('half.json', '[[[1,2]')], /The drawing/], [[file('text.json', '"x"')], /list of strokes/],
    [[file('blank.json', [])], /nothing drawn/], [[file('three.json', [[[1, 2, 3]]])], /not two numbers/], [[file('far.json', [[[1e9, 2]]])], /too far away/],
    [[file('many.json', Array.from({ length: 65 }, () => [[1, 2]]))], /at most 64/], [[file('deep.json', '['.repeat(100000))], /The drawing/],
    [[good, '--sign', 'nonsense'], /no sign "nonsense"/], [[good, '--sign', '411'], /no sign "411"/], [[good, '--against', ''], /no sign ""/],
    [[good, '--against', 'inter.b'], /⋂ \(inter\.big\)/], [[good, '--sign', 'π', '--against', 'pi'], /the same sign/],
    [[good, '--frob'], /not understood/], [[good, '--json', '--json'], /twice/],
  ])) {
    const { rc, said, refused } = draw(...words);
    assert.notEqual(rc, 0, words.join(' '));
    assert.equal(said, '', words.join(' '));
    assert.match(refused, sentence);
    assert.equal(refused.split('\n').length, 1, refused);
    assert.match(refused, /[.?]$/);
  }
});
