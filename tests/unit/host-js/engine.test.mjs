// The engine's two ends in JavaScript: the runner around a made-up module, and the link that falls
// back to the page's thread when the worker is refused or dies.
import assert from 'node:assert/strict';
import test from 'node:test';
import { ByteWriter } from '../../../web/host/wire.mjs';
import { EngineRunner } from '../../../web/host/engine_runner.mjs';
import { EngineLink, workerSource } from '../../../web/host/engine.mjs';
import { FetchError } from '../../../web/host/fetch.mjs';

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A module whose memory is real and whose engine echoes: a question wants one file, its bytes are the answer. */
function fakeModule() {
  const memory = new Uint8Array(65536);
  let out = new ByteWriter();
  let next = 1024;
  const calls = /** @type {[string, ...number[]][]} */ ([]);
  return {
    calls,
    HEAPU8: memory,
    _malloc: (/** @type {number} */ size) => (next += size + 8) - size - 8,
    _free() {},
    _engine_ask(/** @type {number} */ _pointer, /** @type {number} */ _length) { out.u8(2).u32(9).text('https://x/file'); },
    _engine_cancel(/** @type {number} */ id) { calls.push(['cancel', id]); out.u8(3).u32(9); },
    _engine_deliver(/** @type {number} */ file, /** @type {number} */ outcome, /** @type {number} */ pointer, /** @type {number} */ length) {
      calls.push(['deliver', file, outcome]);
      const bytes = memory.slice(pointer, pointer + length);
      out.u8(1).text(new TextDecoder().decode(bytes));
    },
    _engine_progress(/** @type {number} */ file, /** @type {number} */ done) { calls.push(['progress', file, done]); },
    _engine_step: () => 0,
    _engine_take() {
      const bytes = out.take();
      out = new ByteWriter();
      memory.set(bytes, 16);
      this.length = bytes.length;
      return 16;
    },
    _engine_take_length() { return this.length; },
    length: 0,
  };
}

test('a wanted file is fetched, delivered and answered', async () => {
  const module = fakeModule();
  /** @type {string[]} */
  const replies = [];
  const runner = new EngineRunner(module, (reply) => replies.push(new TextDecoder().decode(reply)), {
    fetchBytes: async (url, options) => {
      options?.onProgress?.(2, 0);
      return new TextEncoder().encode(`bytes of ${url}`);
    },
  });
  runner.ask(Uint8Array.from([1, 2, 3]));
  await turn();
  await turn();
  assert.deepEqual(replies, ['bytes of https://x/file']);
  assert.deepEqual(module.calls, [['progress', 9, 2], ['deliver', 9, 1]]);
});

test('a missing file is delivered as a sentence', async () => {
  const module = fakeModule();
  /** @type {string[]} */
  const replies = [];
  const runner = new EngineRunner(module, (reply) => replies.push(new TextDecoder().decode(reply)), {
    fetchBytes: async () => { throw new FetchError('Gone.', false); },
  });
  runner.ask(new Uint8Array());
  await turn();
  await turn();
  assert.deepEqual(module.calls, [['deliver', 9, 2]]);
  assert.deepEqual(replies, ['Gone.']);
});

test('an abandoned file stops and is not delivered', async () => {
  const module = fakeModule();
  let stopped = false;
  const runner = new EngineRunner(module, () => assert.fail('no answer is due'), {
    fetchBytes: (_, options) => new Promise((_resolve, reject) => {
      options?.signal?.addEventListener('abort', () => { stopped = true; reject(new Error('stopped')); });
    }),
  });
  runner.ask(new Uint8Array());
  await turn();
  runner.cancel(4);
  await turn();
  await turn();
  assert.ok(stopped);
  assert.deepEqual(module.calls, [['cancel', 4]]);
});

const addresses = { engineRunner: 'https://x/r.mjs', engineModule: 'https://x/e.mjs', engineWasm: 'https://x/e.wasm' };

test('the worker imports its program by absolute address and is classic', () => {
  const source = workerSource(addresses);
  assert.match(source, /import\("https:\/\/x\/r\.mjs"\)/);
  assert.doesNotMatch(source, /^\s*import\s/m);
});

test('a worker that answers is used', () => {
  const sent = /** @type {any[]} */ ([]);
  const worker = /** @type {any} */ ({ postMessage: (/** @type {any} */ m) => sent.push(m), terminate() {} });
  /** @type {number[]} */
  const replies = [];
  const link = new EngineLink(addresses, (reply) => replies.push(reply[0]), () => {}, { startWorker: () => worker });
  link.cancel(3);  // nothing runs yet: nothing to cancel
  link.ask(Uint8Array.from([1]));
  worker.onmessage({ data: { reply: Uint8Array.from([42]) } });
  link.cancel(7);
  assert.deepEqual(replies, [42]);
  assert.deepEqual(sent, [{ ask: Uint8Array.from([1]) }, { cancel: 7 }]);
});

for (const [name, startWorker] of /** @type {[string, () => any][]} */ ([
  ['refused outright', () => { throw new DOMException('no', 'SecurityError'); }],
  ['failing to load', () => {
    const worker = /** @type {any} */ ({ postMessage() {}, terminate() {} });
    setTimeout(() => worker.onerror(new Event('error')), 0);
    return worker;
  }],
  ['without its program', () => {
    const worker = /** @type {any} */ ({ postMessage() {}, terminate() {} });
    setTimeout(() => worker.onmessage({ data: { fault: 'TypeError' } }), 0);
    return worker;
  }],
])) {
  test(`a worker ${name}: the question is asked on the page's own thread`, async () => {
    const module = fakeModule();
    let asked = 0;
    module._engine_ask = () => { ++asked; };
    const link = new EngineLink(addresses, () => {}, () => assert.fail('no fault'), { startWorker, load: async () => module });
    link.ask(Uint8Array.from([1]));
    link.ask(Uint8Array.from([2]));
    await turn();
    await turn();
    assert.equal(asked, 2);
  });
}

test('no engine at all is one sentence', async () => {
  /** @type {string[]} */
  const faults = [];
  const link = new EngineLink(addresses, () => {}, (sentence) => faults.push(sentence), {
    startWorker: () => { throw new Error('no'); },
    load: async () => { throw new TypeError('404'); },
  });
  link.ask(Uint8Array.from([1]));
  await turn();
  assert.deepEqual(faults, ['The part of this page that reads the articles did not arrive.']);
});
