// What reads drawings: native and wasm give the same bits, ONNX Runtime the same numbers, and a canvas nearly the
// same picture.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as ort from 'onnxruntime-web';
import { startChromium } from '../web/support.mjs';
import { PEN_SIDE, drawings, numbersOf, openPen, penFolder, signs } from './pen_wasm.mjs';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const program = path.join(project, 'build/native/tests/parity/pen_parity');

/** @type {Awaited<ReturnType<typeof openPen>>} */
let ours;
/** @type {ort.InferenceSession} */
let eightBit;
/** Every tensor's name, in the order of ours. @type {string[]} */
let names;
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-pen-'));
before(async () => {
  ort.env.wasm.numThreads = 1;
  ours = await openPen();
  eightBit = await session('eight_bit.onnx');
  names = ['image', ...eightBit.outputNames];
});
after(() => fs.rmSync(scratch, { recursive: true }));

/** @param {string} file */
const session = (file) => ort.InferenceSession.create(fs.readFileSync(path.join(penFolder, 'tensors', file)));
/** @param {ort.InferenceSession} theirs @param {Float32Array} picture @param {string[]} [wanted] */
const ask = (theirs, picture, wanted = [...theirs.outputNames]) => theirs.run({ [theirs.inputNames[0]]: new ort.Tensor('float32', picture, [1, 1, PEN_SIDE, PEN_SIDE]) }, wanted);
/** @param {ort.InferenceSession} theirs @param {Float32Array} picture */
const logitsOf = async (theirs, picture) => {
  const last = /** @type {string} */ (theirs.outputNames.at(-1));
  return /** @type {Float32Array} */ ((await ask(theirs, picture, [last]))[last].data);
};
/** @param {ArrayLike<number>} values @param {number} count */
const top = (values, count) => Array.from(values, (value, i) => ({ value, i })).sort((a, b) => b.value - a.value || a.i - b.i).slice(0, count).map(({ i }) => i);
const most = (/** @type {ArrayLike<number>} */ a, /** @type {ArrayLike<number>} */ b) => {
  assert.equal(a.length, b.length);
  let difference = 0;
  for (let i = 0; i < a.length; i += 1) difference = Math.max(difference, Math.abs(a[i] - b[i]));
  return difference;
};
// The probe of other programs' figures: x_i = sin(0.013 i).
const probe = Float32Array.from({ length: PEN_SIDE ** 2 }, (_, i) => Math.sin(0.013 * i));

test('native and wasm give the same bits: pictures, every tensor, every gradient, what each stroke does', () => {
  const file = path.join(scratch, 'drawings.f64');
  const kept = ['inter', 'sum in three', 'div', 'infinity'];
  fs.writeFileSync(file, Buffer.concat(kept.map((name) => Buffer.from(numbersOf(drawings[name]).buffer))));
  const native = execFileSync(program, [path.join(penFolder, 'model'), file], { maxBuffer: 1 << 28 });
  let at = 0;
  /** @param {Float32Array | Float64Array} values @param {string} what */
  const same = (values, what) => {
    const bytes = Buffer.from(values.buffer);
    assert.ok(bytes.equals(native.subarray(at, at + bytes.length)), what);
    assert.ok(values.some((value) => value !== 0), `${what}: not all zeros`);
    at += bytes.length;
  };
  for (const drawing of kept) {
    same(ours.draw(drawings[drawing]), `${drawing}, picture`);
    for (let tensor = 1; tensor < names.length; tensor += 1) same(ours.tensor(tensor), `${drawing}, ${names[tensor]}`);
    const [a, b] = top(ours.tensor(names.indexOf('logits')), 2);
    for (let tensor = 0; tensor + 1 < names.length; tensor += 1) same(ours.gradient(a, b, tensor), `${drawing}, gradient at ${names[tensor]}`);
    same(ours.parts(a, b), `${drawing}, strokes`);
  }
  assert.equal(at, native.length);
});

test('every tensor and the logits are what ONNX Runtime has from the same weights', async () => {
  let atTensors = 0;
  let atLogits = 0;
  for (const strokes of Object.values(drawings)) {
    const found = await ask(eightBit, ours.draw(strokes));
    for (const [name, { data, dims }] of Object.entries(found)) {
      const mine = ours.tensor(names.indexOf(name));
      const [, channels, side] = dims;
      assert.equal(mine.length, channels * side * side, name);
      const placed = Float32Array.from(mine, (_, i) => /** @type {Float32Array} */ (data)[(i % channels) * side * side + Math.floor(i / channels)]);
      const difference = most(mine, placed);
      if (name === 'logits') atLogits = Math.max(atLogits, difference);
      else atTensors = Math.max(atTensors, difference);
    }
  }
  console.log(`largest difference of a logit: ${atLogits}, of a tensor: ${atTensors}`);
  assert.ok(atLogits < 1e-3, `${atLogits}`);
  assert.ok(atTensors < 1e-3, `${atTensors}`);
  ours.look(probe);
  const atProbe = most(ours.tensor(names.indexOf('logits')), await logitsOf(eightBit, probe));
  console.log(`of a logit of the probe, which go to -140: ${atProbe}`);
  assert.ok(atProbe < 1e-3, `${atProbe}`);
});

test('the file as it came says what the chain written down anew says: its loop hands on what it is given', async () => {
  const source = await session('source.onnx');
  const whole = await session('whole.onnx');
  const logits = await logitsOf(source, probe);
  [-140.4218, -48.6904, -136.8743, -46.9810].forEach((expected, i) => assert.ok(Math.abs(logits[i] - expected) < 1e-3, `${logits[i]}`));
  assert.ok(most(logits, await logitsOf(whole, probe)) < 1e-3);
  for (const strokes of Object.values(drawings)) {
    const picture = ours.draw(strokes);
    assert.ok(most(await logitsOf(source, picture), await logitsOf(whole, picture)) < 1e-3);
  }
});

test('eight bits read what whole weights read, and drawings are read as what they are', async () => {
  const whole = await session('whole.onnx');
  const list = signs();
  let agreed = 0;
  let shared = 0;
  for (const [name, strokes] of Object.entries(drawings)) {
    const picture = ours.draw(strokes);
    const mine = top(ours.tensor(names.indexOf('logits')), 5);
    const theirs = top(await logitsOf(whole, picture), 5);
    agreed += Number(mine[0] === theirs[0]);
    shared += mine.filter((i) => theirs.includes(i)).length;
    // ≠ in three strokes is not read by whole weights either; Σ and ∑ are told apart by nobody.
    if (name !== 'eq.not') assert.ok(mine.slice(0, 2).some((i) => list[i][1] === name.split(' ')[0]), `${name}: ${mine.map((i) => list[i][0]).join(' ')}`);
  }
  const count = Object.keys(drawings).length;
  console.log(`the same first sign on ${agreed} of ${count} drawings, ${(shared / count).toFixed(2)} of five in common`);
  assert.ok(agreed >= count - 1, `${agreed}`);
  assert.ok(shared / count > 4.4, `${shared / count}`);
  ours.draw(drawings.inter);
  const logits = ours.tensor(names.indexOf('logits'));
  const [first, second, ...rest] = top(logits, 5).map((i) => list[i][0]);
  assert.deepEqual([first, second], ['∩', '⋂']);
  assert.ok(rest.includes('ω'), `${rest}`);
});

// detypify-service's own way of drawing, in a browser: the program is not in the tree, its steps are these.
test('a canvas draws nearly the same picture, and it is read alike', async () => {
  const browser = await startChromium();
  after(() => browser.close());
  const page = await browser.newPage();
  // A canvas leaves out what never leaves its pixel; those two drawings are ours alone.
  const kept = Object.entries(drawings).filter(([name]) => name !== 'div' && name !== 'therefore');
  let worst = 0;
  let farthest = 0;
  for (const [name, strokes] of kept) {
    const bytes = await page.evaluate((/** @type {[number, number][][]} */ given) => {
      const canvas = document.createElement('canvas');
      canvas.width = 224;
      canvas.height = 224;
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
      const [xs, ys] = [0, 1].map((axis) => given.flat().map((point) => point[axis]));
      const scale = 204 / Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
      const at = (/** @type {number} */ value, /** @type {number[]} */ all) => Math.round((value - (Math.min(...all) + Math.max(...all)) / 2) * scale + 112);
      context.fillRect(0, 0, 224, 224);
      context.strokeStyle = 'white';
      context.lineWidth = 8;
      for (const stroke of given) {
        context.beginPath();
        for (const [x, y] of stroke) context.lineTo(at(x, xs), at(y, ys));
        context.stroke();
      }
      return Array.from(context.getImageData(0, 0, 224, 224).data.filter((_, i) => i % 4 === 0));
    }, strokes);
    const mine = ours.draw(strokes);
    const before = ours.tensor(names.indexOf('logits'));
    const theirs = Float32Array.from(bytes, (value) => value / 255);
    worst = Math.max(worst, mine.reduce((sum, value, i) => sum + Math.abs(value - theirs[i]), 0) / theirs.reduce((sum, value) => sum + value, 0));
    ours.look(theirs);
    const canvas = ours.tensor(names.indexOf('logits'));
    assert.equal(top(before, 1)[0], top(canvas, 1)[0], name);
    const [a] = top(canvas, 1);
    farthest = Math.max(farthest, Math.abs(before[a] - canvas[a]));
  }
  console.log(`pictures differ by at most ${(100 * worst).toFixed(2)} % of their white, the first sign's logit by at most ${farthest.toFixed(3)}`);
  assert.ok(worst < 0.02, `${worst}`);
  assert.ok(farthest < 0.3, `${farthest}`);
});
