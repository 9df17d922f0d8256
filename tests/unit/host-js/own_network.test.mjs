// A network of the reader's own, as the page handles it: what its JSON must say, how a picture becomes its input, what is
// said of everything that can be wrong with it, and that nothing is lost by a network that is refused.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { FetchError } from '../../../web/host/fetch.mjs';
import { keepFile } from '../../../web/host/kept_files.mjs';
import { cardText, readNetworkCard } from '../../../web/host/network_card.mjs';
import { checkInput, faultOf, inputOf, logitsOf, serve } from '../../../web/host/network_worker.mjs';
import { OwnNetwork } from '../../../web/host/own_network.mjs';

const CARD = { version: 1, name: 'Two kinds', labels: ['dark', 'light'], input: { size: [16, 16] } };
const OPTIONS = { worker: 'https://x/w.mjs', runtime: 'https://x/r.mjs', module: 'https://x/m.mjs', wasm: 'https://x/r.wasm', megabytes: 3 };
const text = (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes);
/** @param {unknown} said */
const read = (said) => readNetworkCard(typeof said === 'string' ? said : JSON.stringify(said));
/** @param {() => unknown} act @param {string} code */
const refuses = (act, code) => assert.throws(act, (error) => error instanceof FetchError && !error.found && error.message === code);

test('a card says what it must, and stands for the rest', () => {
  const card = read(CARD);
  assert.deepEqual([card.height, card.width, card.placesFirst, card.blueFirst, card.crop, card.bilinear, card.probabilities], [16, 16, false, false, 0.875, false, false]);
  assert.equal(card.scale, 1 / 255);
  assert.equal(cardText(card), 'Two kinds\n\n\n16 16 0 0.875\ndark\nlight');
});

test('a card that cannot be used says under which name', () => {
  refuses(() => read('{'), 'network-json');
  refuses(() => read('[]'), 'network-json');
  /** @type {[object, string][]} */
  const wrong = [[{ version: 2 }, 'version'], [{ name: '' }, 'name'], [{ name: 'a\nb' }, 'name'], [{ labels: ['one'] }, 'labels'], [{ labels: ['a', 3] }, 'labels'],
    [{ labels: ['a', 'b\nc'] }, 'labels'], [{ input: undefined }, 'input'], [{ output: 3 }, 'output'], [{ licence: {} }, 'licence']];
  for (const [change, field] of wrong) refuses(() => read({ ...CARD, ...change }), `network-card;${field}`);
  /** @type {[object, string][]} */
  const inputs = [[{ size: [224] }, 'size'], [{ size: [224, 5000] }, 'size'], [{ size: [224, 1.5] }, 'size'], [{ layout: 'CHW' }, 'layout'], [{ channels: 'GRAY' }, 'channels'],
    [{ mean: [1, 2] }, 'mean'], [{ std: [1, 0, 1] }, 'std'], [{ std: [1, null, 1] }, 'std'], [{ scale: 0 }, 'scale'], [{ crop: 2 }, 'crop'], [{ resize: 'nearest' }, 'resize']];
  for (const [change, field] of inputs) refuses(() => read({ ...CARD, input: { ...CARD.input, ...change } }), `network-card;input.${field}`);
});

test('a picture becomes the input that is asked for', () => {
  const rgb = new Uint8Array(16 * 16 * 3);
  rgb.set([10, 20, 30, 40, 50, 60]);
  const input = { ...CARD.input, scale: 1, mean: [10, 0, 0], std: [1, 2, 1] };
  const apart = inputOf(rgb, read({ ...CARD, input }));
  assert.deepEqual([apart[0], apart[1], apart[256], apart[512]], [0, 30, 10, 30]);
  const together = inputOf(rgb, read({ ...CARD, input: { ...input, layout: 'NHWC', channels: 'BGR' } }));
  assert.deepEqual([...together.subarray(0, 6)], [20, 10, 10, 50, 25, 40], 'means and deviations are in the input’s own order');
});

test('answers are one number a kind, or refused', () => {
  const card = read(CARD), shares = read({ ...CARD, output: { kind: 'probabilities' } });
  assert.deepEqual([...logitsOf({ data: [1, 2] }, card)], [1, 2]);
  assert.ok(Math.abs(logitsOf({ data: [0.25, 0.75] }, shares)[0] - Math.log(0.25)) < 1e-6);
  for (const [data, of, code] of /** @type {const} */ ([[[1, 2, 3], card, 'network-labels;3'], [[1, Number.NaN], card, 'network-nan'], [[1, Infinity], card, 'network-nan'],
    [[3, -2], shares, 'network-shares'], [[1n, 2n], card, 'network-output;']])) {
    assert.throws(() => logitsOf({ data }, of), { message: code });
  }
  assert.throws(() => logitsOf(undefined, read({ ...CARD, output: { name: 'scores' } })), { message: 'network-output;scores' });
});

test('an input of another shape or kind is refused before it is run', () => {
  const card = read(CARD);
  /** @param {object} about @param {number} [inputs] */
  const check = (about, inputs = 1) => () => checkInput({ inputNames: Array(inputs).fill('x'), inputMetadata: [{ isTensor: true, type: 'float32', ...about }] }, card);
  assert.doesNotThrow(check({ shape: ['batch', 3, 16, 16] }));
  assert.throws(check({ shape: [1, 1, 16, 16] }), { message: 'network-shape;1 × 1 × 16 × 16' });
  assert.throws(check({ shape: [1, 768] }), { message: 'network-shape;1 × 768' });
  assert.throws(check({ shape: [1, 3, 16, 16], type: 'uint8' }), { message: 'network-type;uint8' });
  assert.throws(check({ shape: [1, 3, 16, 16] }, 2), { message: 'network-inputs;2' });
});

test('what ONNX Runtime means is told apart', () => {
  assert.equal(faultOf(new Error("Could not find an implementation for Det(11) node with name ''")), 'network-operator;Det');
  assert.equal(faultOf(new Error('Fatal error: com.mine:Swirl(-1) is not a registered function/op')), 'network-operator;com.mine:Swirl');
  assert.equal(faultOf(new Error('Failed to load model because protobuf parsing failed.')), 'network-not');
  assert.equal(faultOf(new Error('Failed to load external data file "w.bin"')), 'network-outside');
  assert.equal(faultOf(new RangeError('Array buffer allocation failed')), 'network-memory');
  assert.match(faultOf(new Error('something\n else')), /^network-fails;something else$/);
});

/** A worker that remembers, and says what it is told to. */
function fakeWorkers() {
  /** @type {{ sent: any[], ended: boolean, onmessage: ((event: { data: object }) => void) | null, onerror: (() => void) | null }[]} */
  const all = [];
  const start = () => {
    const worker = { sent: /** @type {any[]} */ ([]), ended: false, onmessage: null, onerror: null, postMessage(/** @type {any} */ message) { worker.sent.push(message); }, terminate() { worker.ended = true; } };
    all.push(worker);
    return /** @type {Worker} */ (/** @type {unknown} */ (worker));
  };
  return { all, start };
}
/** @param {string} name @param {string | Uint8Array} content */
const brought = (name, content) => keepFile(new File([/** @type {BlobPart} */ (content)], name)).split(' ')[0];
const soon = () => new Promise((done) => { setTimeout(done, 5); });

test('nothing starts before two files are there that can be read', async () => {
  const network = new OwnNetwork(OPTIONS, () => { throw new Error('started'); });
  assert.equal(text(await network.carryOut('onnx:about')), '3');
  await assert.rejects(new OwnNetwork(undefined).carryOut('onnx:about'), /network-absent/);
  await assert.rejects(network.carryOut('onnx:open;brought:900;brought:901'), /network-gone/);
  await assert.rejects(network.carryOut(`onnx:open;${brought('a.onnx', 'x')};${brought('a.json', '{')}`), /network-json/);
  await assert.rejects(network.carryOut(`onnx:open;${brought('a.onnx', 'x')};${brought('a.json', JSON.stringify(CARD))}`), /network-refused/);
  await assert.rejects(network.carryOut('onnx:look;1;1;AAAA'), /network-gone/);
});

test('it opens, looks, is stopped, looks again; one that is refused leaves the one before', async () => {
  const { all, start } = fakeWorkers();
  const network = new OwnNetwork(OPTIONS, start);
  const model = brought('a.onnx', 'x');
  const opened = network.carryOut(`onnx:open;${model};${brought('a.json', JSON.stringify(CARD))}`);
  await soon();
  assert.equal(all[0].sent[0].card.name, 'Two kinds');
  all[0].onmessage?.({ data: { id: all[0].sent[0].id } });
  assert.match(text(await opened), /^Two kinds\n/);
  const first = network.carryOut('onnx:look;1;1;AQID');
  await soon();
  assert.deepEqual([...all[0].sent[1].pictures], [1, 2, 3]);
  all[0].onmessage?.({ data: { id: all[0].sent[1].id, logits: Float32Array.from([1, 2]).buffer } });
  assert.deepEqual([...new Float32Array((await first).slice().buffer)], [1, 2]);
  const second = network.carryOut('onnx:look;2;1;AQID');
  const stopped = assert.rejects(second, /network-stopped/);
  await soon();
  await network.carryOut('onnx:stop');
  await stopped;
  assert.ok(all[0].ended);
  // Another is brought, and is none.
  const other = network.carryOut(`onnx:open;${brought('b.onnx', 'y')};${brought('b.json', JSON.stringify({ ...CARD, name: 'Other' }))}`);
  const refused = assert.rejects(other, /network-not/);
  await soon();
  all[1].onmessage?.({ data: { id: all[1].sent[0].id, fault: 'network-not' } });
  await refused;
  const third = network.carryOut('onnx:look;3;1;AQID');
  await soon();
  assert.equal(all[2].sent[0].card.name, 'Two kinds');
  all[2].onerror?.();
  await assert.rejects(third, /network-memory/);
});

test('one that is brought while another opens takes its place, and stays', async () => {
  const { all, start } = fakeWorkers();
  const network = new OwnNetwork(OPTIONS, start);
  const model = brought('a.onnx', 'x');
  const left = assert.rejects(network.carryOut(`onnx:open;${model};${brought('a.json', JSON.stringify(CARD))}`), /network-stopped/);
  await soon();
  const opened = network.carryOut(`onnx:open;${model};${brought('b.json', JSON.stringify({ ...CARD, name: 'Other' }))}`);
  await left;
  await soon();
  assert.deepEqual(all.map(({ ended }) => ended), [true, false]);
  all[1].onmessage?.({ data: { id: all[1].sent[0].id } });
  assert.match(text(await opened), /^Other\n/);
});

/** What a worker says to some messages, with the real ONNX Runtime. @param {object[]} messages */
async function answers(messages) {
  const modules = path.resolve(import.meta.dirname, '../../../node_modules/onnxruntime-web/dist');
  /** @type {any[]} */
  const told = [];
  const scope = { onmessage: null, postMessage(/** @type {any} */ message) { told.push(message); } };
  serve(scope, messages.map((data) => /** @type {MessageEvent} */ ({ data })),
    { runtime: path.join(modules, 'ort.wasm.min.mjs'), module: path.join(modules, 'ort-wasm-simd-threaded.mjs'), wasm: path.join(modules, 'ort-wasm-simd-threaded.wasm') });
  while (told.length < messages.length) await soon();
  return told;
}

/** A protobuf field of bytes, or of a number. @param {number} field @param {Uint8Array | string | number} value @returns {number[]} */
function field(field, value) {
  if (typeof value === 'number') return [field * 8, value];
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  return [field * 8 + 2, bytes.length, ...bytes];
}
/** @param {number[][]} fields */
const proto = (...fields) => Uint8Array.from(fields.flat());
/** float32 of this shape. @param {string} name @param {number[]} sides */
const tensor = (name, sides) => proto(field(1, name), field(2, proto(field(1, proto(field(1, 1), field(2, proto(...sides.map((side) => field(1, proto(field(1, side)))))))))));
/** One node from "x" to "y". @param {string} operator @param {number[]} input @param {number[]} output */
const network = (operator, input, output) => proto(field(1, 8), field(8, proto(field(2, 13))),
  field(7, proto(field(1, proto(field(1, 'x'), field(2, 'y'), field(4, operator))), field(2, 'g'), field(11, tensor('x', input)), field(12, tensor('y', output)))));

test('the real ONNX Runtime: means of three colours, and what is no network', async () => {
  const card = read({ ...CARD, name: 'Colours', labels: ['red', 'green', 'blue'], input: { size: [16, 16], scale: 1 } });
  const rgb = new Uint8Array(16 * 16 * 3).map((_, i) => [7, 90, 200][i % 3]);
  const two = Uint8Array.from([...rgb, ...rgb.map((v) => 255 - v)]);
  const means = network('GlobalAveragePool', [1, 3, 16, 16], [1, 3, 1, 1]);
  const [opened, looked] = await answers([{ id: 1, file: new Blob([means]), card }, { id: 2, pictures: two, count: 2 }]);
  assert.deepEqual(opened, { id: 1 });
  assert.deepEqual([...new Float32Array(looked.logits)], [7, 90, 200, 248, 165, 55]);
  const faults = await answers([{ id: 1, file: new Blob(['a picture of a network']), card },
    { id: 2, file: new Blob([network('Swirl', [1, 3, 16, 16], [1, 3, 1, 1])]), card },
    { id: 3, file: new Blob([network('GlobalAveragePool', [1, 1, 16, 16], [1, 1, 1, 1])]), card }]);
  assert.deepEqual(faults.map(({ fault }) => fault), ['network-not', 'network-operator;Swirl', 'network-shape;1 × 1 × 16 × 16']);
  const few = await answers([{ id: 1, file: new Blob([means]), card: { ...card, labels: ['red', 'green'] } }, { id: 2, pictures: rgb, count: 1 }]);
  assert.equal(few[1].fault, 'network-labels;3');
});
