// A site put in the place of another while it is served: at every moment each page that is there names only files that
// are there, and nothing of the old one stays.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { filesBelow, settle } from '../../tools/site_settle.mjs';

/** @param {string} folder @param {Record<string, string>} files */
function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
}
/** @param {string} folder */
const contents = (folder) => Object.fromEntries(filesBelow(folder).sort().map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
const old = { 'ideas.html': 'a/old.js', 'ideas.html.br': 'packed', 'sentences.html': 'a/wait.js', 'a/old.js': '1', 'a/wait.js': '1', 'gone/x/y.txt': '1' };
const fresh = { 'ideas.html': 'a/new.js', 'sentences.html': 'packs/s/pack.bin', 'a/new.js': '2', 'packs/s/pack.bin': '2' };

test('the new site is there whole, the old one is gone', (t) => {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-settle-'));
  t.after(() => fs.rmSync(base, { recursive: true, force: true }));
  const [out, partial] = [path.join(base, 'dist'), path.join(base, 'dist.partial')];
  write(partial, old);
  settle(partial, out);
  assert.deepEqual(contents(out), old);
  write(partial, fresh);
  settle(partial, out);
  assert.deepEqual(contents(out), fresh);
  assert.deepEqual(fs.readdirSync(out).sort(), ['a', 'ideas.html', 'packs', 'sentences.html']);
  assert.equal(fs.existsSync(partial), false);
});

test('stopped after any number of renames, every page finds what it names', (t) => {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-settle-'));
  t.after(() => fs.rmSync(base, { recursive: true, force: true }));
  const real = fs.renameSync;
  t.after(() => { fs.renameSync = real; });
  for (let most = 0; most <= Object.keys(fresh).length; ++most) {
    const [out, partial] = [path.join(base, `dist${most}`), path.join(base, `dist${most}.partial`)];
    write(out, old);
    write(partial, fresh);
    let left = most;
    fs.renameSync = (from, to) => {
      if (left-- === 0) throw new Error('stopped');
      real(from, to);
    };
    if (most < Object.keys(fresh).length) assert.throws(() => settle(partial, out), /stopped/);
    else settle(partial, out);
    const there = contents(out);
    for (const page of ['ideas.html', 'sentences.html']) assert.ok(there[page] in there, `${page} names ${there[page]} after ${most}`);
    fs.renameSync = real;
    // Started again it finishes.
    write(partial, fresh);
    settle(partial, out);
    assert.deepEqual(contents(out), fresh);
  }
});
