// What lists the sounds of the full pack: a SoundFont, drum kits and a game, each a few bytes made here.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {import('node:test').TestContext} t @param {string} name @param {Record<string, string | Buffer>} files */
function list(t, name, files) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-sounds-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const sources = path.join(folder, `sounds-${name}`), out = path.join(folder, 'out.jsonl');
  for (const [file, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(sources, file)), { recursive: true });
    fs.writeFileSync(path.join(sources, file), content);
  }
  const { status, stderr } = spawnSync('python3', [path.join(root, 'data/sources/sounds.py'), sources, out]);
  const rows = status === 0 ? fs.readFileSync(out, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)) : [];
  return { status, stderr: stderr.toString(), rows, sources };
}

/** @param {string} name @param {Buffer} content */
function chunk(name, content) {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}
/** Samples of ten numbers each, the first's 0 to 9, the second's 10 to 19 and so on.
 * @param {{ name: string, side?: number, end?: number }[]} samples */
function soundFont(samples) {
  const pcm = Buffer.alloc(samples.length * 20);
  for (let i = 0; i < samples.length * 10; i += 1) pcm.writeInt16LE(i, 2 * i);
  const heads = [...samples, { name: 'EOS' }].map(({ name, side = 1, end }, i) => {
    const head = Buffer.alloc(46);
    head.write(name, 'latin1');
    head.writeUInt32LE(i * 10, 20);
    head.writeUInt32LE(end ?? i * 10 + 10, 24);
    head.writeUInt32LE(22050, 36);
    head.writeUInt16LE(side, 44);
    return head;
  });
  return chunk('RIFF', Buffer.concat([Buffer.from('sfbk'),
    chunk('LIST', Buffer.concat([Buffer.from('sdta'), chunk('smpl', pcm)])),
    chunk('LIST', Buffer.concat([Buffer.from('pdta'), chunk('shdr', Buffer.concat(heads))]))]));
}
const mit = `Upstream Author:\n\n    Ada Fluid <ada@example.org>\n\nLicense:\n Permission is hereby granted, free of charge, to any\n person\n
The Debian packaging is under the GPL.`;
const fontFolder = 'usr/share/sounds/sf2', fontCopyright = 'usr/share/doc/fluid-soundfont-gm/copyright';

test('a SoundFont: one note a name, the middle one, of a pair its left side, with what the package says of itself', (t) => {
  const { rows, sources } = list(t, 'fluid-soundfont-gm', { [fontCopyright]: mit, [`${fontFolder}/Font.sf2`]: soundFont([
    { name: 'Alto C6(L)', side: 4 }, { name: 'Alto C6(R)', side: 2 }, { name: 'Alto C4(L)', side: 4 }, { name: 'Alto C4(R)', side: 2 },
    { name: 'Alto G#4(L)', side: 4 }, { name: 'Alto G#4(R)', side: 2 }, { name: 'Std Snr 2' }, { name: 'In no file', side: 0x8001 }]) });
  assert.deepEqual(rows.map(({ path: file, words, number, author, licence }) => [file, words, number, author, licence]), [
    [`${fontFolder}/Font/Alto.wav`, 'alto saxophone', '', 'Ada Fluid', 'MIT'],
    [`${fontFolder}/Font/Std_Snr_2.wav`, 'standard snare', '2', 'Ada Fluid', 'MIT']]);
  const wave = fs.readFileSync(path.join(sources, fontFolder, 'Font/Alto.wav'));
  assert.equal(wave.readUInt32LE(24), 22050);
  assert.deepEqual([...new Int16Array(new Uint8Array(wave.subarray(44)).buffer)], [40, 41, 42, 43, 44, 45, 46, 47, 48, 49]);
});

test('a SoundFont that is none, is cut off or points outside itself is an error', (t) => {
  const whole = soundFont([{ name: 'Gun' }]);
  for (const broken of [Buffer.from('RIFF....WAVE'), whole.subarray(0, whole.length - 20), soundFont([{ name: 'Gun', end: 4000 }])]) {
    const { status, stderr } = list(t, 'fluid-soundfont-gm', { [fontCopyright]: mit, [`${fontFolder}/Font.sf2`]: broken });
    assert.notEqual(status, 0);
    assert.match(stderr, /SoundFont/);
    assert.equal(stderr.trim().split('\n').length, 1, stderr);
  }
});

test('a SoundFont whose copyright says something else gives nothing', (t) => {
  const { status, rows } = list(t, 'fluid-soundfont-gm', { [fontCopyright]: 'License: GPL\n', [`${fontFolder}/Font.sf2`]: soundFont([{ name: 'Gun' }]) });
  assert.equal(status, 0);
  assert.deepEqual(rows, []);
});

test('drum kits: only those free of share-alike, and of those what has a name, as the kit has it', (t) => {
  const kits = 'usr/share/hydrogen/data/drumkits';
  const { rows } = list(t, 'hydrogen-drumkits', {
    'usr/share/doc/hydrogen-drumkits/copyright': ['Files: drumkits/Free.h2drumkit', 'Copyright: Ben', 'License: CC0', '', 'Files: drumkits/Alike.h2drumkit', 'Copyright: Cy',
      'License: CC-BY-SA-3.0', '', 'Files: drumkits/Bound.h2drumkit', 'Copyright: Dee', 'License: GPL-2', ''].join('\n'),
    [`${kits}/Free/a_01-10.flac`]: '', [`${kits}/Free/a_01-11.flac`]: '', [`${kits}/Alike/b.flac`]: '', [`${kits}/Bound/c.flac`]: '',
    [`${kits}/Free/drumkit.xml`]: '<drumkit_info xmlns="http://www.hydrogen-music.org/drumkit"><instrumentList><instrument><name>c#3 - Kick soft</name><layer><filename>a_01-10.flac</filename></layer></instrument><instrument><name>Sample: a_01-11.flac</name><layer><filename>a_01-11.flac</filename></layer></instrument></instrumentList></drumkit_info>' });
  assert.deepEqual(rows.map(({ words, author, licence }) => [words, author, licence]), [['kick soft', 'Ben', 'CC0-1.0']]);
});

test('a game: no speech, six of a name at most, animals as themselves', (t) => {
  const folder = 'usr/share/games/megaglest/sounds';
  const { rows } = list(t, 'megaglest-data', {
    'usr/share/doc/megaglest-data/copyright': 'Files: *\nCopyright: 2001, The Glest Team (<http://glest.org>)\nLicense: CC-BY-SA-3.0\n',
    ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${folder}/anvil${i + 1}.wav`, ''])),
    [`${folder}/archer_ack1.wav`]: '', [`${folder}/archer_select12.wav`]: '', [`${folder}/swordman_die3.wav`]: '', [`${folder}/cow_ack1.wav`]: '' });
  assert.deepEqual(rows.map(({ words, number, author }) => [words, number, author]), [
    ...Array.from({ length: 6 }, (_, i) => ['anvil', String(i + 1), 'The Glest Team']), ['cow', '1', 'The Glest Team']]);
});
