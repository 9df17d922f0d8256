// A pack of photos: the same bytes every time, verified whole, and its known answers are what ./meander see says.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-photos-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
const pack = path.join(folder, 'build/packs/two');

/** @param {...string} words */
function meander(...words) {
  const { status, stdout, stderr } = spawnSync(path.join(root, 'build/native/src/cli/meander-cli'), words,
    { encoding: 'utf8', maxBuffer: 1 << 26, env: { ...process.env, MEANDER_ROOT: folder } });
  return { rc: status, said: stdout, refused: stderr.trim().split('\n').at(-1) ?? '' };
}
/** @param {...string} words @returns {any} */
function told(...words) {
  const { rc, said, refused } = meander(...words, '--json');
  assert.equal(rc, 0, refused);
  return JSON.parse(said);
}
const files = () => Object.fromEntries(fs.readdirSync(pack).sort().map((file) => [file, fs.readFileSync(path.join(pack, file)).toString('base64')]));
/** @param {string} section @param {number} chunk */
const fileOf = (section, chunk) => path.join(pack, fs.readdirSync(pack).find((file) => file.startsWith(`${section}-${chunk}-`)) ?? assert.fail(section));

before(() => {
  const recipe = JSON.parse(fs.readFileSync(path.join(root, 'data/recipes/pictures.json'), 'utf8'));
  recipe.name = 'two';
  // Two photos that are there on any host, and one that no system has.
  recipe.photos = [...recipe.photos.filter((/** @type {any} */ photo) => ['chelsea', 'coffee'].includes(photo.name)),
    { name: 'unicorn', title: 'A unicorn', package: 'gcompris-qt-data', path: 'nowhere' }];
  fs.writeFileSync(path.join(folder, 'two.json'), JSON.stringify(recipe));
  const { rc, refused } = meander('pack', path.join(folder, 'two.json'));
  assert.equal(rc, 0, refused);
});

test('the same recipe gives the same bytes, and what is missing is said', () => {
  const first = files();
  assert.equal(meander('pack', path.join(folder, 'two.json')).rc, 0);
  assert.deepEqual(files(), first);
  const figures = told('check', pack);
  assert.deepEqual([figures.photos, figures.known_answers, figures.missing], [2, 12, ['unicorn']]);
  assert.ok(figures.bytes_largest_photo <= 40_000);
  assert.deepEqual(figures.licences, { 'CC0-1.0': 2 });
  const credits = JSON.parse(fs.readFileSync(path.join(pack, 'credits.json'), 'utf8'));
  assert.deepEqual(credits.map((/** @type {any} */ one) => [one.author, one.package]), [['Stéfan van der Walt', 'scikit-image'], ['Rachel Michetti', 'scikit-image']]);
});

/** Reads varints, texts and numbers. */
class Reader {
  /** @param {Buffer} bytes */
  constructor(bytes) { this.bytes = bytes; this.at = 0; }
  byte() { return this.bytes[this.at++]; }
  u16() { this.at += 2; return this.bytes.readUInt16LE(this.at - 2); }
  f32() { this.at += 4; return this.bytes.readFloatLE(this.at - 4); }
  varint() { let value = 0; for (let scale = 1; ; scale *= 128) { const byte = this.byte(); value += (byte & 127) * scale; if (byte < 128) return value; } }
  blob() { const size = this.varint(); this.at += size; return this.bytes.subarray(this.at - size, this.at); }
  /** @param {number} bytes_each */
  skip(bytes_each) { const count = this.varint(); this.at += bytes_each * count; }
}
/** The answers that the pack knows of a photo. @param {number} photo */
function answersOf(photo) {
  const chunk = new Reader(fs.readFileSync(fileOf('answers', photo)));
  return Array.from({ length: chunk.varint() }, () => { chunk.blob(); return new Reader(chunk.blob()); });
}
const near = (/** @type {number} */ a, /** @type {number} */ b) => assert.ok(Math.abs(a - b) < 1e-4 * Math.max(1, Math.abs(b)), `${a}, ${b}`);

/** Whose places are few enough for groups, in the order of depth. */
const GROUP_LAYERS = ['b5.exp', 'b8.exp', 'b11.exp', 'b15.exp', 'head'];

test('what the pack knows of a photo is what ./meander see says', () => {
  ['chelsea', 'coffee'].forEach((name, photo) => {
    const [look, ...ofLayers] = answersOf(photo);
    assert.equal(look.byte(), 1);
    const classes = Array.from({ length: look.varint() }, () => ({ class: look.u16(), name: look.blob().toString(), share: look.f32(), logit: look.f32() }));
    const { top } = told('see', name);
    top.forEach((/** @type {any} */ one, /** @type {number} */ i) => {
      assert.deepEqual([classes[i].class, classes[i].name], [one.class, one.name]);
      near(classes[i].share, one.share);
      near(classes[i].logit, one.logit);
    });
    // A first visit asks of the first photo: why not a lynx?
    const rival = photo === 0 ? 287 : classes[1].class;
    assert.equal(ofLayers.length, GROUP_LAYERS.length);
    GROUP_LAYERS.forEach((layer, at) => {
      const groups = ofLayers[at];
      const seen = told('see', name, '--layer', layer, '--nmf', '4', '--attribute', `${classes[0].class}/${rival}`);
      assert.equal(groups.byte(), 4);
      assert.equal(groups.varint(), 4);
      seen.groups.groups.forEach((/** @type {any} */ one, /** @type {number} */ i) => {
        near(groups.f32(), one.mass);
        groups.skip(4);  // places
        groups.skip(10);  // channels
        const [share, doubt, without, stability] = [groups.f32(), groups.f32(), groups.f32(), groups.f32()];
        groups.skip(4);  // classes
        near(without, one.effect);
        assert.ok(doubt >= 0 && stability >= 0 && stability <= 1 && Number.isFinite(share), `group ${i}`);
      });
      near(groups.f32(), seen.groups.relative_error);
    });
  });
});

test('a damaged pack is refused in one sentence', () => {
  const shown = fileOf('photos', 0);
  const whole = fs.readFileSync(shown);
  const damaged = Buffer.from(whole);
  damaged[1000] ^= 1;
  fs.writeFileSync(shown, damaged);
  const { rc, refused } = meander('check', pack);
  assert.notEqual(rc, 0);
  assert.match(refused, /photos-0-/);
  fs.writeFileSync(shown, whole);
  assert.equal(meander('check', pack).rc, 0);
});

test('a recipe that names what there is not is refused in one sentence', () => {
  const recipe = JSON.parse(fs.readFileSync(path.join(folder, 'two.json'), 'utf8'));
  const refusal = (/** @type {any} */ change) => {
    fs.writeFileSync(path.join(folder, 'bad.json'), JSON.stringify({ ...recipe, ...change }));
    const { rc, refused } = meander('pack', path.join(folder, 'bad.json'));
    assert.notEqual(rc, 0);
    assert.ok(!fs.existsSync(path.join(folder, 'build/packs/bad')), 'nothing half made');
    return refused;
  };
  assert.match(refusal({ photos: [] }), /1 to 64/);
  assert.match(refusal({ photos: [{ ...recipe.photos[0], name: 'nobody' }] }), /"nobody" is not among/);
  assert.match(refusal({ photos: [{ ...recipe.photos[0], package: 'nothing' }] }), /no package "nothing"/);
  assert.match(refusal({ photos: [recipe.photos[2]] }), /None of the recipe's photos/);
  assert.match(refusal({ packages: 3 }), /packages/);
});
