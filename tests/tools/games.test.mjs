// The readers of the shelf of games, on a few lines written here in the games' own forms.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {import('node:test').TestContext} t @param {string} reader @param {Record<string, string>} files */
function read(t, reader, files) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-games-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, 'in', name)), { recursive: true });
    fs.writeFileSync(path.join(folder, 'in', name), text);
  }
  execFileSync('python3', [path.join(root, 'data/sources', reader), path.join(folder, 'in'), path.join(folder, 'out.jsonl')]);
  return fs.readFileSync(path.join(folder, 'out.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
}

test('Endless Sky: what is said in a mission, without what the player fills in', (t) => {
  const records = read(t, 'endless_sky.py', { 'data/a missions.txt': [
    'mission "A Long Way"', '\tname "Cargo to <planet>"', '\ton offer', '\t\tconversation',
    '\t\t\t`	The dock is quiet.  "You are late," she says.`', '\t\t\tchoice', '\t\t\t\t`	(Say nothing.)`', '\t\t\t\t`	"I came as fast as I could."`',
    '\t\t\t`	You land on <planet> at last.`', ''].join('\n') });
  assert.deepEqual(records, [
    { work: 'endless-sky', place: 'A Long Way', text: 'The dock is quiet. "You are late," she says.' },
    { work: 'endless-sky', place: 'A Long Way', text: '"I came as fast as I could."' }]);
});

test('Wesnoth: who speaks leads, comments and marks for the screen are gone', (t) => {
  const records = read(t, 'wesnoth.py', { 'l/usr/campaigns/Liberty/scenarios/01_Raid.cfg': [
    '[scenario]', '    name= _ "scenario name^The Raid"', '    [story]', '        [part]', '            story= _ "It was <i>late</i>.', 'Nobody spoke."', '        [/part]', '    [/story]',
    '    [message]', '        speaker=Baldras', '        message= _ "They said ""never""."', '    [/message]',
    '    # [message]', '    #     message= _ "Not this one."', '    [message]', '        speaker=narrator', '        message= _ "The gold is $gold now."', '    [/message]',
    '    [message]', '        speaker=unit', '        message= _ "To arms!"', '    [/message]', ''].join('\n') });
  assert.deepEqual(records, [
    { work: 'liberty', place: 'The Raid', text: 'It was late. Nobody spoke.' },
    { work: 'liberty', place: 'The Raid', text: 'They said "never".', lead: 'Baldras' },
    { work: 'liberty', place: 'The Raid', text: 'To arms!' }]);
});

test('a folder without them is one sentence', (t) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-games-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const { status, stderr } = spawnSync('python3', [path.join(root, 'data/sources/wesnoth.py'), folder, path.join(folder, 'out')]);
  assert.notEqual(status, 0);
  assert.equal(stderr.toString().trim().split('\n').length, 1);
});
