// ./meander see: what the network sees in a photo, and that every bad photo and call is one sentence.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-see-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** @param {...string} words */
function see(...words) {
  const { status, stdout, stderr } = spawnSync(path.join(root, 'build/native/src/cli/meander-cli'), ['see', ...words], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return { rc: status, said: stdout, refused: stderr.trimEnd() };
}
/** @param {...string} words @returns {any} */
function seen(...words) {
  const { rc, said, refused } = see(...words, '--json');
  assert.equal(rc, 0, refused);
  return JSON.parse(said);
}
const sum = (/** @type {number[]} */ values) => values.reduce((all, value) => all + value, 0);

test('a photo is taken for what it is, by name and as a file', () => {
  const { photo, top } = seen('coffee');
  assert.deepEqual([photo.kind, photo.width, photo.height, photo.orientation], ['PNG', 600, 400, 1]);
  assert.deepEqual(photo.square, { left: 125, top: 25, side: 350 });
  assert.equal(top.length, 5);
  assert.deepEqual([top[0].class, top[0].name], [967, 'espresso']);
  assert.ok(Math.abs(top[0].share - 0.951) < 0.1);
  assert.ok(top.every((/** @type {any} */ one, /** @type {number} */ i) => i === 0 || one.share <= top[i - 1].share));
  const { said } = see('coffee');
  assert.match(said.split('\n')[0], /^ *9\d\.\d %  espresso \(967\)$/);
  const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
  const copy = path.join(folder, 'my cup.png');
  fs.copyFileSync(path.join(cache, 'pictures/photos/coffee.png'), copy);
  assert.deepEqual(seen(copy).top, top);
  assert.equal(seen(copy, '--whole').photo.square.side, 400);
});

test('a layer is told place by place', () => {
  const { layer } = seen('coffee', '--layer', 'b11.exp');
  assert.deepEqual([layer.name, layer.side, layer.channels, layer.everything_passes], ['b11.exp', 14, 672, true]);
  assert.equal(layer.places.length, 196);
  for (const { size, channels } of layer.places) {
    assert.ok(channels.every((/** @type {any} */ one) => one.value > 0 && one.value <= 6 && one.value <= size + 1e-6));
  }
  assert.equal(seen('coffee', '--layer', 'b9.exp').layer.everything_passes, false);
});

test('shares add up to what they share out, and the rest is said', () => {
  const { attribution, top } = seen('coffee', '--attribute', 'espresso');
  assert.deepEqual([attribution.a, attribution.layer.name, attribution.method], [967, 'head', 'exact']);
  assert.ok(Math.abs(attribution.value - top[0].logit) < 1e-5);
  assert.ok(Math.abs(attribution.gap) < 1e-3);
  assert.ok(Math.abs(sum(attribution.places) - attribution.sum) < 1e-4);
  const versus = seen('coffee', '--attribute', '967/tea cup', '--layer', 'b15.exp').attribution;
  assert.deepEqual([versus.a, versus.b, versus.method, versus.steps], [967, 968, 'integrated', 32]);
  assert.ok(Math.abs(versus.value - versus.value_at_zero - versus.sum - versus.gap) < 1e-5);
  assert.ok(Math.abs(versus.gap) < 0.05 * Math.abs(versus.value - versus.value_at_zero));
  const guess = seen('coffee', '--attribute', '967', '--layer', 'b15.dw', '--method', 'gradient').attribution;
  assert.ok(guess.sum < 0 && guess.value - guess.value_at_zero > 0, 'the guess has the wrong sign there');
  assert.match(see('coffee', '--attribute', '967', '--layer', 'b15.dw', '--method', 'gradient').said, /A linear guess/);
});

test('groups leave little, and what is seen without one is tried', () => {
  const { groups } = seen('coffee', '--nmf', '4', '--attribute', '967', '--steps', '2');
  assert.equal(groups.layer.name, 'b11.exp');
  assert.ok(Math.abs(groups.relative_error - 0.664) < 0.01);
  assert.equal(groups.groups.length, 4);
  assert.ok(Math.abs(sum(groups.groups.map((/** @type {any} */ one) => one.mass)) - 1) < 1e-6);
  for (const { places, channels, effect } of groups.groups) {
    assert.equal(places.length, 196);
    assert.ok(places.every((/** @type {number} */ one) => one >= 0));
    assert.equal(channels.length, 6);
    assert.ok(Number.isFinite(effect) && effect !== 0);
  }
});

test('what flows from an earlier layer’s groups adds up with what passes by and the gap', () => {
  const words = ['coffee', '--attribute', '967/968', '--layer', 'b15.exp', '--steps', '2', '--nmf', '3', '--flow', 'b11.exp', '--flow-groups', '2'];
  const { flow, top } = seen(...words);
  assert.deepEqual([flow.from.name, flow.to.name, flow.a, flow.b, flow.steps], ['b11.exp', 'b15.exp', 967, 968, 32]);
  assert.equal(flow.groups.length, 2);
  for (const { through, past, share } of flow.groups) {
    assert.equal(through.length, 3);
    assert.ok(Math.abs(sum(through) + past - share) < 1e-5);
  }
  const told = sum(flow.groups.map((/** @type {any} */ one) => one.share)) + flow.no_group;
  assert.ok(Math.abs(flow.value - flow.value_at_zero - told - flow.gap) < 1e-5);
  assert.ok(Math.abs(flow.gap) < 0.1 * Math.abs(flow.value - flow.value_at_zero), `${flow.gap}`);
  assert.ok(flow.groups.some((/** @type {any} */ one) => one.through.some((/** @type {number} */ part) => Math.abs(part) > 0.05)));
  const cup = top.find((/** @type {any} */ one) => one.class === 968);
  if (cup) assert.ok(Math.abs(flow.value - top[0].logit + cup.logit) < 1e-4);
  assert.match(see(...words).said, /no group holds [+-]\d/);
});

test('--out writes what was worked out', () => {
  const out = path.join(folder, 'out');
  const said = seen('coffee', '--layer', 'b15.exp', '--attribute', '967', '--steps', '2', '--nmf', '2', '--out', out);
  assert.deepEqual(fs.readdirSync(out).sort(), ['group_1.png', 'group_2.png', 'group_channels.npy', 'group_places.npy', 'see.json', 'shares.npy', 'shares.png']);
  const map = fs.readFileSync(path.join(out, 'shares.png'));
  assert.deepEqual([map.toString('latin1', 1, 4), map.readUInt32BE(16), map.readUInt32BE(20)], ['PNG', 224, 224]);
  assert.deepEqual(JSON.parse(fs.readFileSync(path.join(out, 'see.json'), 'utf8')), said);
  const bytes = fs.readFileSync(path.join(out, 'shares.npy'));
  assert.match(bytes.toString('latin1', 10, 128), /'shape': \(7, 7, 1152\)/);
  const shares = new Float32Array(bytes.buffer.slice(bytes.byteOffset + bytes.length - 4 * 49 * 1152, bytes.byteOffset + bytes.length));
  assert.ok(Math.abs(sum([...shares]) - said.attribution.sum) < 1e-3);
});

test('parts of the picture are covered, and what goes with them is said', () => {
  const { attribution, top } = seen('coffee', '--attribute', '967', '--layer', 'image', '--race');
  assert.deepEqual([attribution.layer.name, attribution.method, attribution.cover, attribution.side], ['image', 'occlusion', 'grey', 14]);
  assert.ok(Math.abs(attribution.value - top[0].logit) < 1e-5);
  assert.equal(attribution.squares.drops.length, 49);
  // The cup stands in the middle, a little above; the lower corners are table.
  const { places } = attribution, best = places.indexOf(Math.max(...places));
  assert.ok(best % 14 >= 3 && best % 14 <= 9 && best < 14 * 9, String(best));
  const { race } = attribution;
  assert.deepEqual([race.cover, race.side, race.taken_out.length, race.put_back.length, race.chance.orders], ['blurred', 14, 11, 11, 10]);
  assert.ok(Math.abs(race.taken_out[0] - top[0].share) < 1e-5);
  assert.ok(race.area_out < race.chance.area_out && race.area_back > race.chance.area_back);
  assert.ok(race.chance.taken_out.low.every((/** @type {number} */ low, /** @type {number} */ i) => low <= race.chance.taken_out.high[i]));
});

test('a fit to covered pictures is seeded and says how far it holds', () => {
  const ask = ['coffee', '--attribute', '967/968', '--method', 'lime', '--samples', '60'];
  const { attribution } = seen(...ask);
  assert.deepEqual([attribution.method, attribution.b, attribution.cover, attribution.samples, attribution.seed], ['lime', 968, 'mean', 60, 1]);
  assert.equal(attribution.weights.length, attribution.parts);
  assert.ok(attribution.r2 > 0.3 && attribution.r2 <= 1);
  assert.ok(Math.abs(sum(attribution.weights) + attribution.base + attribution.gap - attribution.value) < 1e-4);
  assert.deepEqual(seen(...ask, '--seed', '1').attribution, attribution);
  assert.notDeepEqual(seen(...ask, '--seed', '2').attribution.weights, attribution.weights);
  assert.notDeepEqual(seen(...ask, '--cover', 'grey').attribution.weights, attribution.weights);
  assert.match(see(...ask).said, /60 samples, seed 1; the fit explains R² 0\.\d/);
});

test('the ghost sees something else, the same each time', () => {
  const network = seen('coffee'), ghost = seen('coffee', '--ghost');
  assert.equal(network.ghost, undefined);
  assert.equal(ghost.ghost, 1);
  assert.notDeepEqual(ghost.top, network.top);
  assert.deepEqual(seen('coffee', '--ghost', '--seed', '1'), ghost);
  assert.notDeepEqual(seen('coffee', '--ghost', '--seed', '2').top, ghost.top);
  const { groups } = seen('coffee', '--nmf', '2', '--stability', '2');
  assert.ok(groups.groups.every((/** @type {any} */ one) => [0, 0.5, 1].includes(one.stability)));
});

test('a bad photo or call is one sentence', () => {
  /** @param {string} name @param {string | Buffer} content */
  const file = (name, content) => { fs.writeFileSync(path.join(folder, name), content); return path.join(folder, name); };
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  for (const [words, sentence] of /** @type {[string[], RegExp][]} */ ([
    [[], /^Give one photo/], [['coffee', 'chelsea'], /^Give one photo/],
    [[path.join(folder, 'none.png')], /^There is no file .*coffee/], [[''], /^There is no file/],
    [[folder], /no file with a picture/], [[file('empty.png', '')], /empty/], [[file('x.png', png)], /damaged/],
    [[file('a.gif', 'GIF89a')], /GIF/], [[file('a.heic', Buffer.from('\0\0\0\x18ftypheic', 'latin1'))], /HEIC/], [[file('a.txt', 'hello')], /no picture/],
    [['coffee', '--layer', 'b99'], /no layer "b99"/], [['coffee', '--layer', 'logits'], /no layer/],
    [['coffee', '--attribute', 'missile'], /657.*744/], [['coffee', '--attribute', '1000'], /no class "1000"/], [['coffee', '--attribute', ''], /no class/],
    [['coffee', '--attribute', '-1'], /no class/], [['coffee', '--attribute', '3/3'], /same class/], [['coffee', '--attribute', 'ox/foo'], /no class "foo"/],
    [['coffee', '--attribute', '1', '--layer', 'b9.exp'], /another way/], [['coffee', '--attribute', '1', '--layer', 'b11.exp', '--method', 'exact'], /for the head/],
    [['coffee', '--attribute', '1', '--method', 'magic'], /--method is one of/], [['coffee', '--attribute', '1', '--layer', 'b15.exp', '--steps', '0'], /from 1 to 256/], [['coffee', '--attribute', '1', '--steps', '7'], /--method integrated/],
    [['coffee', '--steps', '3'], /go with --attribute/], [['coffee', '--race'], /goes with --attribute/], [['coffee', '--stability', '3'], /goes with --nmf/], [['coffee', '--seed', '3'], /goes with/],
    [['coffee', '--layer', 'image'], /the picture itself/], [['coffee', '--attribute', '1', '--layer', 'image', '--method', 'integrated'], /the picture itself/], [['coffee', '--nmf', '3', '--layer', 'image'], /below zero/],
    [['coffee', '--attribute', '1', '--layer', 'b3', '--method', 'lime'], /is image there/], [['coffee', '--attribute', '1', '--samples', '9'], /--method lime/], [['coffee', '--attribute', '1', '--method', 'lime', '--samples', '1'], /from 2 to 5000/],
    [['coffee', '--attribute', '1', '--cover', 'grey'], /--cover goes with/], [['coffee', '--attribute', '1', '--method', 'lime', '--cover', 'pink'], /grey or blurred/], [['coffee', '--nmf', '0'], /from 1 to 20/], [['coffee', '--nmf', '3', '--layer', 'b10'], /below zero/],
    [['coffee', '--flow', 'b8.exp'], /--flow goes with/], [['coffee', '--nmf', '3', '--attribute', '1', '--flow-groups', '3'], /go with --flow/],
    [['coffee', '--nmf', '3', '--attribute', '1', '--flow', 'b9.exp'], /--flow leads from/], [['coffee', '--nmf', '3', '--attribute', '1', '--flow', 'head'], /a layer before/],
    [['coffee', '--json', '--json'], /twice/], [['coffee', '--frob'], /not understood/], [['coffee', '--out', '/dev/null/x'], /cannot be made/],
  ])) {
    const { rc, said, refused } = see(...words);
    assert.notEqual(rc, 0, words.join(' '));
    assert.equal(said, '', words.join(' '));
    assert.match(refused, sentence);
    assert.equal(refused.split('\n').length, 1, refused);
    assert.match(refused, /[.?]$/);
  }
  // Names that hold a "/" are whole names first.
  assert.equal(seen('coffee', '--attribute', 'cardboard box / carton').attribution.a, 478);
  const both = seen('coffee', '--attribute', 'cardboard box / carton/product packet / packaging').attribution;
  assert.deepEqual([both.a, both.b], [478, 692]);
});
