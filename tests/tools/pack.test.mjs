// The command line on a recipe of 300 articles, as built for release: the same bytes from empty caches
// on one core and on all, and a map that check measures. Needs what set-up fetched.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const tool = path.join(root, 'build/native/src/cli/meander-cli');
const cache = process.env.MEANDER_CACHE ??
  path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
const recipe = path.join(root, 'tests/fixtures/recipe300.json');

/** A project and a cache of their own, with what set-up fetched and no finished steps. @param {string} folder */
function freshEnvironment(folder) {
  fs.mkdirSync(path.join(folder, 'cache'), { recursive: true });
  for (const part of ['model', 'sources', 'python']) {
    fs.symlinkSync(path.join(cache, part), path.join(folder, 'cache', part));
  }
  fs.symlinkSync(path.join(root, 'data'), path.join(folder, 'data'));
  return { ...process.env, MEANDER_CACHE: path.join(folder, 'cache'), MEANDER_ROOT: folder };
}

/** @param {string} folder @returns {Record<string, string>} name → content in hex */
const filesOf = (folder) => Object.fromEntries(fs.readdirSync(folder).sort()
  .map((name) => [name, fs.readFileSync(path.join(folder, name)).toString('hex')]));

test('the same recipe gives the same bytes, on one core and on all', (t) => {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-pack-'));
  t.after(() => fs.rmSync(base, { recursive: true, force: true }));
  const [one, all] = [['taskset', '-c', '0', tool], [tool]].map(([program, ...before], i) => {
    const env = freshEnvironment(path.join(base, String(i)));
    const printed = execFileSync(program, [...before, 'pack', recipe], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const folder = printed.toString().trim();
    assert.equal(folder, path.join(base, String(i), 'build/packs/recipe300'));
    return { folder, files: filesOf(folder), env };
  });
  assert.deepEqual(Object.keys(one.files), Object.keys(all.files));
  for (const [name, content] of Object.entries(one.files)) assert.equal(content === all.files[name], true, `${name} differs`);

  const measured = JSON.parse(execFileSync(tool, ['check', one.folder, '--json'],
    { env: one.env, stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  assert.equal(measured.articles, 300);
  // Far above chance (10 of 299 = 0.03) and below what no map of this many dimensions can be.
  assert.ok(measured.knn_recall_10 > 0.35 && measured.knn_recall_10 < 1, `recall ${measured.knn_recall_10}`);
  assert.ok(measured.trustworthiness > 0.85 && measured.trustworthiness <= 1, `trust ${measured.trustworthiness}`);
  assert.deepEqual(Object.keys(measured), ['articles', 'knn_recall_10', 'knn_recall_50', 'trustworthiness',
    'topic_accuracy_2d', 'topic_accuracy_full', 'seed_stability', 'bytes_first_view', 'sections']);
});

test('a damaged pack, a missing one and a missing recipe are one sentence and not 0', (t) => {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-pack-'));
  t.after(() => fs.rmSync(base, { recursive: true, force: true }));
  const env = freshEnvironment(path.join(base, 'x'));
  fs.cpSync(path.join(root, 'tests/released/pack-v1'), path.join(base, 'pack'), { recursive: true });
  const texts = fs.readdirSync(path.join(base, 'pack')).find((name) => name.startsWith('texts'));
  const file = path.join(base, 'pack', /** @type {string} */ (texts));
  const bytes = fs.readFileSync(file);
  bytes[1000] ^= 1;
  fs.writeFileSync(file, bytes);
  for (const [verb, argument, expected] of [['check', path.join(base, 'pack'), 'damaged'],
    ['check', path.join(base, 'nowhere'), 'no pack'], ['pack', 'nonesuch', 'nonesuch'], ['check', '', 'Which pack|Name one']]) {
    const { status, stdout, stderr } = spawnSync(tool, [verb, argument], { env });
    assert.notEqual(status, 0, verb);
    assert.equal(stdout.toString(), '', 'the answer only on stdout');
    assert.match(stderr.toString().trim(), new RegExp(expected));
    assert.equal(stderr.toString().trim().split('\n').length, 1, stderr.toString());
  }
});
