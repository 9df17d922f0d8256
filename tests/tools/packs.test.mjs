// When a pack is made anew: tools/packs.sh, in a copy of the project with a tool that does nothing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const RECIPES = ['wikipedia', 'sentences', 'sentences-games'];

/** @param {import('node:test').TestContext} t @returns {string} a project with nothing built */
function copyOfProject(t) {
  const project = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-packs-'));
  t.after(() => fs.rmSync(project, { recursive: true, force: true }));
  for (const folder of ['tools', 'data']) fs.cpSync(path.join(root, folder), path.join(project, folder), { recursive: true });
  fs.mkdirSync(path.join(project, 'build/native/src/cli'), { recursive: true });
  fs.writeFileSync(path.join(project, 'build/native/src/cli/meander-cli'), 'the tool');
  return project;
}

/** @param {string} project @param {string} script @returns {string[]} lines it prints */
function inShell(project, script) {
  const whole = `set -euo pipefail; source "$MEANDER_ROOT/tools/common.sh"; model_state=encoder TOOL="$BUILD/native/src/cli/meander-cli"; source "$TOOLS/packs.sh"; ${script}`;
  return execFileSync('bash', ['-c', whole], { env: { ...process.env, MEANDER_ROOT: project, HOME: project } })
    .toString().trim().split('\n');
}
/** @param {string} project */
const states = (project) => inShell(project, `for recipe in ${RECIPES.join(' ')}; do pack_state $recipe; done`);

test('a pack is made anew when what it is read by changes, and when nothing else does', (t) => {
  const project = copyOfProject(t);
  let before = states(project);
  assert.deepEqual(states(project), before);
  /** Which packs are no longer what they were made from once a file is another. @param {string} file */
  const staleAfter = (file) => {
    fs.appendFileSync(path.join(project, file), '\n');
    const after = states(project);
    const stale = RECIPES.filter((_, i) => before[i] !== after[i]);
    before = after;
    return stale;
  };
  const lines = ['sentences', 'sentences-games'];
  assert.deepEqual(staleAfter('data/recipes/wikipedia.json'), ['wikipedia']);
  assert.deepEqual(staleAfter('data/sources/wikipedia.py'), ['wikipedia']);
  assert.deepEqual(staleAfter('data/recipes/sentences.json'), lines);
  assert.deepEqual(staleAfter('data/recipes/sentences-games.json'), ['sentences-games']);
  assert.deepEqual(staleAfter('data/sources/wesnoth.py'), ['sentences-games']);
  assert.deepEqual(staleAfter('data/sources/moby_dick.py'), lines);
  assert.deepEqual(staleAfter('data/lines/barred.txt'), lines);
  assert.deepEqual(staleAfter('data/sources/running_text.py'), lines, 'what readers import');
  assert.deepEqual(staleAfter('data/sources/plain_text.py'), [], 'a reader that no recipe here names');
  assert.deepEqual(staleAfter('tools/lines_sources.txt'), lines);
  assert.deepEqual(staleAfter('build/native/src/cli/meander-cli'), RECIPES);
});

test('a pack made from other packs is made anew when one of those comes or changes', (t) => {
  const project = copyOfProject(t);
  const state = () => inShell(project, 'pack_state inside')[0];
  const seen = [state()];
  for (const pack of ['wikipedia', 'sentences', 'sentences']) {
    fs.mkdirSync(path.join(project, 'build/packs', pack), { recursive: true });
    fs.appendFileSync(path.join(project, 'build/packs', pack, 'pack.meander'), `a head of ${pack}`);
    seen.push(state());
  }
  fs.mkdirSync(path.join(project, 'build/packs/inside'));
  fs.writeFileSync(path.join(project, 'build/packs/inside/pack.meander'), 'its own head');
  assert.equal(new Set(seen).size, 4);
  assert.equal(state(), seen[3]);
});

test('the files of a recipe are named once each, whatever names what in a circle', (t) => {
  const project = copyOfProject(t);
  fs.writeFileSync(path.join(project, 'data/recipes/one.json'), '{"adds_to": "data/recipes/two.json", "reader": "data/sources/alice.py", "barred": "data/lines/none.txt"}');
  fs.writeFileSync(path.join(project, 'data/recipes/two.json'), '{"adds_to": "data/recipes/one.json", "reader": "data/sources/alice.py"}');
  assert.deepEqual(inShell(project, 'recipe_files one'),
    ['data/recipes/one.json', 'data/recipes/two.json', 'data/sources/alice.py', 'data/sources/running_text.py']);
});
