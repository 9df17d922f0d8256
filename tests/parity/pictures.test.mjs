// What looks at pictures: native and wasm give the same bits, and ONNX Runtime the same numbers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { before } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as ort from 'onnxruntime-web';
import { SIDE, TENSORS, colourByColour, cropNamed, openWasm, photoNames, pictures, tensorNamed } from './pictures_wasm.mjs';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const program = path.join(project, 'build/native/tests/parity/pictures_parity');
const PHOTOS = ['chelsea', 'coffee'];  // these two are there on any host

/** @type {Awaited<ReturnType<typeof openWasm>>} */
let ours;
before(async () => {
  ort.env.wasm.numThreads = 1;
  ours = await openWasm();
});

/** @param {string} file */
const session = (file) => ort.InferenceSession.create(fs.readFileSync(path.join(pictures, 'tensors', file)));
/** @param {ort.InferenceSession} theirs @param {Float32Array} picture [224, 224, 3] @param {string[]} [names] */
const ask = async (theirs, picture, names) => {
  const feeds = { image: new ort.Tensor('float32', colourByColour(picture), [1, 3, SIDE, SIDE]) };
  return names ? theirs.run(feeds, names) : theirs.run(feeds);
};
/** @param {ArrayLike<number>} values @param {number} count */
const top = (values, count) => Array.from(values, (value, i) => ({ value, i })).sort((a, b) => b.value - a.value || a.i - b.i).slice(0, count).map(({ i }) => i);

/** Our [side, side, channels] beside ONNX' [channels, side, side]; the largest difference. @param {Float32Array} a @param {Float32Array} b @param {number} channels */
function worst(a, b, channels) {
  assert.equal(a.length, b.length);
  const places = a.length / channels;
  let most = 0;
  for (let i = 0; i < a.length; i += 1) most = Math.max(most, Math.abs(a[i] - b[(i % channels) * places + Math.floor(i / channels)]));
  return most;
}

test('native and wasm give the same bits: every tensor, gradients, shares, a photo made smaller, pictures grown', () => {
  const files = PHOTOS.map((name) => path.join(pictures, 'photos/crops', `${name}.rgb`));
  const native = execFileSync(program, [path.join(pictures, 'model'), ...files], { maxBuffer: 1 << 28 });
  let at = 0;
  /** @param {Float32Array} values @param {string} what */
  const same = (values, what) => {
    const bytes = Buffer.from(values.buffer);
    assert.ok(bytes.equals(native.subarray(at, at + bytes.length)), what);
    assert.ok(values.some((value) => value !== 0), `${what}: not all zeros`);
    at += bytes.length;
  };
  for (const photo of PHOTOS) {
    const { bytes, picture } = cropNamed(photo);
    ours.look(picture);
    for (let tensor = 1; tensor < TENSORS.length; tensor += 1) same(ours.tensor(tensor), `${photo}, ${TENSORS[tensor].name}`);
    const [a, b] = top(ours.tensor(tensorNamed('logits')), 2);
    for (const name of ['image', 'b1.exp', 'b3.exp', 'b5.exp', 'b8.exp', 'b9.dw', 'b11.exp', 'b15.exp', 'head']) {
      same(ours.gradient(a, b, tensorNamed(name)), `${photo}, gradient at ${name}`);
    }
    same(ours.integrated(a, -1, tensorNamed('b15.exp'), 4), `${photo}, integrated`);
    same(ours.shrink(bytes.subarray(0, 200 * 230 * 3), 200, 230), `${photo}, made smaller`);
  }
  for (const name of ['b3.exp', 'b11.exp', 'logits']) same(ours.grow(tensorNamed(name), 9, 48, 6), `grown for ${name}`);
  assert.equal(at, native.length);
});

test('every tensor and the logits are what ONNX Runtime has from the same weights', async () => {
  const theirs = await session('eight_bit.onnx');
  let atLogits = 0;
  let atTensors = 0;
  for (const photo of PHOTOS) {
    const { picture } = cropNamed(photo);
    ours.look(picture);
    const found = await ask(theirs, picture);
    assert.ok(Object.keys(found).length > 10, 'it tells what lies between too');
    for (const [name, { data }] of Object.entries(found)) {
      const tensor = tensorNamed(name);
      assert.ok(tensor > 0, name);
      const difference = worst(ours.tensor(tensor), /** @type {Float32Array} */ (data), TENSORS[tensor].channels);
      if (name === 'logits') atLogits = Math.max(atLogits, difference);
      else atTensors = Math.max(atTensors, difference);
    }
  }
  console.log(`largest difference of a logit: ${atLogits}, of a tensor: ${atTensors}`);
  assert.ok(atLogits < 1e-3, `${atLogits}`);
  assert.ok(atTensors < 1e-3, `${atTensors}`);
});

test('eight bits see what whole weights see', async () => {
  const theirs = await session('whole.onnx');
  const names = photoNames();
  let agreed = 0;
  let shared = 0;
  for (const name of names) {
    const { picture } = cropNamed(name);
    ours.look(picture);
    const mine = top(ours.tensor(tensorNamed('logits')), 5);
    const whole = top(/** @type {Float32Array} */ ((await ask(theirs, picture, ['logits'])).logits.data), 5);
    if (mine[0] === whole[0]) agreed += 1;
    shared += mine.filter((i) => whole.includes(i)).length;
  }
  console.log(`the same first class on ${agreed} of ${names.length} photos, ${(shared / names.length).toFixed(2)} of five classes in common`);
  assert.ok(agreed >= Math.floor(names.length * 0.9), `${agreed}`);  // 58 of 64 is what others saw at least
  assert.ok(shared / names.length > 4.4, `${shared / names.length}`);
});
