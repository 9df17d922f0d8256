// ./meander beat: what it says of a link, and that its files are what the link says, read by others:
// MIDI by midi-file, WAV by its header. Needs the pack of sounds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const { parseMidi } = createRequire(import.meta.url)('midi-file');
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const tool = path.join(root, 'build/native/src/cli/meander-cli');

// Written by version 1 of a beat's link, one bar and two: such a link is read for ever.
const ONE_BAR = '#sounds.AQFAJIBZURujBQD3GrsLizCAl_G7Ylr-dkgLOyVxyuRNJasT3YgAAINdWY9yd2WAAALgRu4';
const TWO_BARS = '#sounds.AQE4GYZ0Ul5TJFEkVPdd7tcqNjvcrsgAEBAQFttnbc5krediADTTNNRZLJZZLJBuRUEndlAACAAoBZcegSJTdlgIiIiIhZZZYEsL';

/** @param {...string} words */
function beat(...words) {
  const done = spawnSync(tool, ['beat', ...words], { cwd: root, env: { ...process.env, MEANDER_ROOT: root }, encoding: 'utf8' });
  return { rc: done.status, said: done.stdout, refused: done.stderr.trim() };
}
/** @param {...string} words */
function json(...words) {
  const { rc, said, refused } = beat(...words, '--json');
  assert.equal(rc, 0, refused);
  return JSON.parse(said);
}
/** @param {import('node:test').TestContext} t */
function folder(t) {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-beat-'));
  t.after(() => fs.rmSync(made, { recursive: true, force: true }));
  return made;
}

test('a link says its tempo, its steps, its sounds and whose they are', () => {
  const { rc, said } = beat(`https://x.org/sounds.html?y=1${ONE_BAR}`);
  assert.equal(rc, 0);
  const lines = said.trim().split('\n');
  assert.equal(lines[0], '104 beats a minute, swing 18 %, 16 steps');
  assert.match(lines[1], /^kick {2}x\.{5}x\.x\.{7} {2}\S/);
  assert.equal(lines.length, 7);
  assert.match(lines[6], /^Sounds: .+ by menegass, CC0-1\.0 \(supersonic-scsynth-samples 0\.84\.2\)/);
  const told = json(ONE_BAR.slice(1));
  assert.equal(told.tracks[0].steps, '7.....5.6.......');
  assert.deepEqual(told.tracks.map((/** @type {{ role: string }} */ track) => track.role), ['kick', 'snare', 'hat', 'extra', 'extra']);
});

test('MIDI has every hit at its tick, for a reader that is not ours', (t) => {
  for (const [link, bars] of /** @type {[string, number][]} */ ([[ONE_BAR, 1], [ONE_BAR, 3], [TWO_BARS, 2], [TWO_BARS, 4]])) {
    const file = path.join(folder(t), 'beat.mid');
    const told = json(link, '--midi', file, '--bars', String(bars));
    const midi = parseMidi(fs.readFileSync(file));
    assert.equal(midi.header.format, 1);
    assert.equal(midi.header.ticksPerBeat, 480);
    assert.equal(midi.tracks.length, told.tracks.length + 1);
    const tempo = midi.tracks[0].find((/** @type {any} */ event) => event.type === 'setTempo');
    assert.equal(tempo.microsecondsPerBeat, Math.round(60e6 / told.tempo));
    const drums = new Set();
    told.tracks.forEach((/** @type {{ role: string, sound: string, steps: string, pan: number }} */ track, /** @type {number} */ i) => {
      /** @type {{ tick: number, velocity: number, note: number, channel: number }[]} */
      const hits = [];
      let tick = 0, end = 0;
      /** @type {number[][]} */
      const exclusive = [];
      for (const event of midi.tracks[i + 1]) {
        tick += event.deltaTime;
        if (event.type === 'noteOn') hits.push({ tick, velocity: event.velocity, note: event.noteNumber, channel: event.channel });
        if (event.type === 'trackName') assert.equal(event.text, track.sound);
        if (event.type === 'endOfTrack') end = tick;
        if (event.type === 'sysEx') exclusive.push([...event.data]);
      }
      const expected = [];
      for (let step = 0; step < 16 * bars; ++step) {
        if (track.steps[step % track.steps.length] === '.') continue;
        expected.push(120 * step + (step % 2 === 1 ? Math.round(120 * told.swing / 200) : 0));
      }
      assert.deepEqual(hits.map((hit) => hit.tick), expected);
      assert.equal(end, 1920 * bars);
      assert.ok(hits.every((hit) => hit.channel === 9 && hit.note === hits[0].note));
      const note = { kick: 36, snare: 38, hat: 42 }[track.role];
      if (note !== undefined) assert.equal(hits[0].note, note);
      drums.add(hits[0].note);
      // General MIDI 2's controller of one key: pan of this drum alone.
      const { pan } = track;
      assert.deepEqual(exclusive, pan === 0 ? [] : [[0x7F, 0x7F, 0x0A, 1, 9, hits[0].note, 10, 64 + Math.trunc(pan * (pan < 0 ? 64 : 63) / 7), 0xF7]]);
    });
    assert.equal(drums.size, told.tracks.length, 'every ring has a drum of its own');
  }
});

test('a WAV is exactly as long as its bars, and its beginning does not depend on how many', (t) => {
  const made = folder(t);
  /** @param {string} name @param {...string} words */
  const wav = (name, ...words) => {
    const file = path.join(made, name);
    const told = json(ONE_BAR, '--wav', file, ...words);
    const bytes = fs.readFileSync(file);
    assert.equal(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 16), 'RIFFWAVEfmt ');
    assert.deepEqual([bytes.readUInt16LE(22), bytes.readUInt32LE(24), bytes.readUInt16LE(34)], [2, 44100, 16]);
    assert.equal(bytes.readUInt32LE(40), bytes.length - 44);
    return { tempo: told.tempo, samples: new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.length)) };
  };
  const one = wav('one.wav'), three = wav('three.wav', '--bars', '3'), tail = wav('tail.wav', '--tail');
  const frames = Math.round(16 * 15 / one.tempo * 44100);
  assert.equal(one.samples.length, 2 * frames);
  assert.equal(three.samples.length, 2 * Math.round(3 * 16 * 15 / one.tempo * 44100));
  // All but the millisecond in which a file without a tail ends.
  const same = 2 * (frames - 45);
  assert.deepEqual(one.samples.subarray(0, same), three.samples.subarray(0, same));
  assert.deepEqual(one.samples.subarray(0, same), tail.samples.subarray(0, same));
  assert.ok(tail.samples.length > one.samples.length);
  const peak = three.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) / 32767;
  assert.ok(peak > 0.1 && peak <= 0.8914, `peak ${peak}`);
});

test('what is no beat is one sentence', () => {
  for (const [words, sentence] of /** @type {[string[], RegExp][]} */ ([
    [[ONE_BAR.slice(0, -1)], /^That link is not whole\. Ask for it again\.$/],
    [[ONE_BAR.replace('AQFA', 'AQFB')], /^That link is not whole\. Ask for it again\.$/],
    [['nonsense'], /^That link is not whole\. Ask for it again\.$/],
    [[''], /^There is no link\.$/],
    [[], /^Give one link/],
    [[ONE_BAR, '--bars', '5'], /^--bars takes a number from 1 to 4\.$/],
    [[ONE_BAR, '--pack', path.join(root, 'tests/released/pack-v1')], / is not a pack of sounds\.$/],
    [[ONE_BAR, '--wav', '/nowhere/x.wav'], /nowhere/],
  ])) {
    const { rc, said, refused } = beat(...words);
    assert.notEqual(rc, 0);
    assert.equal(said, '');
    assert.match(refused.replace(/^meander: /, ''), sentence, JSON.stringify(words));
    assert.equal(refused.split('\n').length, 1);
  }
});
