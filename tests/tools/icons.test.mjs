// ./meander icons: the same seed gives the same bytes, what is there is left alone, and every bad call is one sentence.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-icons-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** @param {...string} words */
function icons(...words) {
  const { status, stdout, stderr } = spawnSync(path.join(root, 'build/native/src/cli/meander-cli'), ['icons', ...words], { encoding: 'utf8' });
  return { rc: status, said: stdout, refused: stderr.trimEnd() };
}
const small = ['--steps', '4', '--side', '32', '--layer', 'b1.exp'];

test('units are grown into a file each, the same every time, and a run goes on where it was', () => {
  const first = path.join(folder, 'first'), second = path.join(folder, 'second');
  const { rc, said } = icons(...small, '--units', '3,5', '--out', first);
  assert.equal(rc, 0);
  assert.equal(said, `2 icons in ${first}\n`);
  assert.deepEqual(fs.readdirSync(first).sort(), ['b1.exp-3.icon', 'b1.exp-5.icon']);
  const bytes = fs.readFileSync(path.join(first, 'b1.exp-5.icon'));
  fs.writeFileSync(path.join(first, 'b1.exp-3.icon'), 'left alone');
  fs.rmSync(path.join(first, 'b1.exp-5.icon'));
  assert.equal(icons(...small, '--units', '3,5,7', '--out', first).rc, 0);
  assert.equal(fs.readFileSync(path.join(first, 'b1.exp-3.icon'), 'utf8'), 'left alone');
  assert.deepEqual(fs.readFileSync(path.join(first, 'b1.exp-5.icon')), bytes);
  assert.ok(fs.existsSync(path.join(first, 'b1.exp-7.icon')));
  icons(...small, '--units', '5', '--seed', '2', '--out', second);
  assert.notDeepEqual(fs.readFileSync(path.join(second, 'b1.exp-5.icon')), bytes);
  icons(...small, '--units', '5', '--opposite', '--out', second);
  assert.ok(fs.existsSync(path.join(second, 'b1.exp-5-opposite.icon')));
  icons(...small, '--units', '5', '--form', '1', '--out', first);
  assert.notDeepEqual(fs.readFileSync(path.join(first, 'b1.exp-5-2.icon')), bytes);
});

test('what is no unit is one sentence', () => {
  const wrong = [
    [['photo.png'], /"photo.png" is not understood/],
    [['--layer', 'b99'], /no layer "b99"/],
    [['--layer', 'image'], /no layer "image"/],
    [['--units', '3'], /numbers within a --layer/],
    [['--layer', 'b1.exp', '--units', '96'], /--units/],
    [['--layer', 'b1.exp', '--units', '1,,2'], /--units/],
    [['--side', '100'], /multiple of 16/],
    [['--steps', '0'], /--steps/],
    [['--form', '5'], /--form/],
  ];
  for (const [words, sentence] of /** @type {[string[], RegExp][]} */ (wrong)) {
    const { rc, said, refused } = icons(...words, '--out', path.join(folder, 'none'));
    assert.equal(rc, 2, words.join(' '));
    assert.equal(said, '');
    assert.match(refused, sentence);
    assert.equal(refused.split('\n').length, 1);
  }
});
