// The other program that Inside is verified against, as the page handles it: nothing starts unasked, what was stopped is over,
// and appended outputs are what ONNX Runtime reads as such.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { FetchError } from '../../../web/host/fetch.mjs';
import { OnnxReader, onnxWorkerSource } from '../../../web/host/onnx.mjs';
import { serve } from '../../../web/host/onnx_worker.mjs';

const OPTIONS = { worker: 'https://x/w.mjs', runtime: 'https://x/r.mjs', module: 'https://x/m.mjs', wasm: 'https://x/r.wasm', model: 'https://x/m.onnx', megabytes: 25 };
const text = (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes);

/** A worker that remembers. */
function fakeWorker() {
  const worker = { sent: /** @type {unknown[]} */ ([]), terminated: false, onmessage: /** @type {((event: unknown) => void) | null} */ (null), onerror: null,
    postMessage(/** @type {unknown} */ message) { worker.sent.push(message); }, terminate() { worker.terminated = true; } };
  return worker;
}

test('a site without it says so; one with it says how much it weighs, and starts nothing', async () => {
  await assert.rejects(new OnnxReader(undefined, () => {}).carryOut('onnx:about'), (error) => error instanceof FetchError && !error.found);
  const reader = new OnnxReader(OPTIONS, () => {}, () => { throw new Error('started'); });
  assert.equal(text(await reader.carryOut('onnx:about')), '25');
  await assert.rejects(reader.carryOut('onnx:run;a;1'), /may not start/);
});

test('it reads, tells how far it is, can be stopped, and is asked again', async () => {
  /** @type {ReturnType<typeof fakeWorker>[]} */
  const workers = [];
  /** @type {string[]} */
  const told = [];
  const reader = new OnnxReader(OPTIONS, (megabytes) => told.push(megabytes), () => {
    workers.push(fakeWorker());
    return /** @type {Worker} */ (/** @type {unknown} */ (workers.at(-1)));
  });
  const first = reader.carryOut('onnx:run;a,b;101,7,102');
  assert.deepEqual(workers[0].sent, [{ outputs: ['a', 'b'], ids: [101, 7, 102] }]);
  workers[0].onmessage?.({ data: { megabytes: 3 } });
  workers[0].onmessage?.({ data: { states: Uint8Array.from([1, 2]).buffer } });
  assert.deepEqual([...await first], [1, 2]);
  assert.deepEqual(told, ['3']);
  const second = reader.carryOut('onnx:run;a,b;101,102');
  assert.equal(workers.length, 1, 'the same one goes on');
  await reader.carryOut('onnx:stop');
  await assert.rejects(second, /Stopped/);
  assert.ok(workers[0].terminated);
  const third = reader.carryOut('onnx:run;a;1');
  workers[1].onmessage?.({ data: { fault: 'no memory' } });
  await assert.rejects(third, /no memory/);
});

test('the worker’s source holds addresses as data', () => {
  const source = onnxWorkerSource({ ...OPTIONS, model: 'https://x/");alert(1);("' });
  assert.ok(source.includes('\\");alert(1);(\\"'), source);
});

test('inner states come out of the real file', async () => {
  const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
  const model = fs.readFileSync(path.join(cache, 'sources/minilm-weights/model.onnx'));
  const address = `data:application/octet-stream;base64,${model.toString('base64')}`;
  const modules = path.resolve(import.meta.dirname, '../../../node_modules/onnxruntime-web/dist');
  /** @type {{ states?: ArrayBuffer, fault?: string, megabytes?: number }[]} */
  const told = [];
  /** @type {(value: unknown) => void} */
  let ended = () => {};
  const end = new Promise((resolve) => { ended = resolve; });
  const scope = { onmessage: null, postMessage(/** @type {{ states?: ArrayBuffer, fault?: string }} */ message) {
    told.push(message);
    if (message.states || message.fault) ended(undefined);
  } };
  serve(scope, [/** @type {MessageEvent} */ ({ data: { outputs: ['layer_norm', 'last_hidden_state'], ids: [101, 3899, 102] } })],
    { runtime: path.join(modules, 'ort.wasm.min.mjs'), module: path.join(modules, 'ort-wasm-simd-threaded.mjs'), wasm: path.join(modules, 'ort-wasm-simd-threaded.wasm'), model: address });
  await end;
  assert.equal(told.at(-1)?.fault, undefined);
  const floats = new Float32Array(/** @type {ArrayBuffer} */ (told.at(-1)?.states));
  assert.equal(floats.length, 2 * 3 * 384);
  assert.ok(floats.every(Number.isFinite) && floats.some((value) => Math.abs(value) > 1));
});
