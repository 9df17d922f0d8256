// Workers made from a Blob give its address back: once they have said something, once they failed, and where none is let be.
import assert from 'node:assert/strict';
import test from 'node:test';
import { startBlobWorker } from '../../../web/host/blob_worker.mjs';

test('the address of a worker is given back once it has begun, once, or where it cannot begin', (suite) => {
  const create = suite.mock.method(URL, 'createObjectURL');
  const revoke = suite.mock.method(URL, 'revokeObjectURL');
  const given = /** @type {any} */ (globalThis);
  const { Worker } = given;
  suite.after(() => { given.Worker = Worker; });
  given.Worker = class extends EventTarget {};
  for (const sign of ['message', 'error']) {
    revoke.mock.resetCalls();
    const worker = startBlobWorker('1');
    assert.equal(revoke.mock.callCount(), 0, 'it has not read it yet');
    worker.dispatchEvent(new Event(sign));
    worker.dispatchEvent(new Event(sign));
    assert.deepEqual(revoke.mock.calls.map((call) => call.arguments[0]), [create.mock.calls.at(-1)?.result], sign);
  }
  revoke.mock.resetCalls();
  given.Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } };
  assert.throws(() => startBlobWorker('1'), /no/);
  assert.equal(revoke.mock.callCount(), 1);
});
