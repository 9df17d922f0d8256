// The small services of the page: wire format, fetching, storage, link, clipboard, keys and wheel.
import assert from 'node:assert/strict';
import test from 'node:test';
import { ByteReader, ByteWriter } from '../../../web/host/wire.mjs';
import { fetchBytes, FetchError } from '../../../web/host/fetch.mjs';
import { openStorage } from '../../../web/host/storage.mjs';
import { openLink } from '../../../web/host/link.mjs';
import { openParent } from '../../../web/host/parent.mjs';
import { copyText } from '../../../web/host/clipboard.mjs';
import { chartKey, wheelPixels } from '../../../web/host/input.mjs';

test('values survive the wire, a text over 127 bytes included', () => {
  const long = 'ä'.repeat(100);
  const bytes = new ByteWriter().u8(7).u32(0xfedcba98).f32(1.5).f64(-2.25).text(long).u8(true).take();
  const reader = new ByteReader(bytes);
  assert.equal(reader.u8(), 7);
  assert.equal(reader.u32(), 0xfedcba98);
  assert.deepEqual([reader.view.getFloat32(reader.at, true), reader.view.getFloat64(reader.at + 4, true)], [1.5, -2.25]);
  reader.at += 12;
  assert.equal(reader.text(), long);
  assert.equal(reader.u8(), 1);
  assert.ok(reader.done);
  assert.throws(() => reader.u32(), RangeError);
});

/** A response in parts. @param {number[][]} parts @param {Record<string, string>} [headers] @param {number} [status] */
const response = (parts, headers = {}, status = 200) => new Response(new ReadableStream({
  start(controller) {
    for (const part of parts) controller.enqueue(Uint8Array.from(part));
    controller.close();
  },
}), { status, headers });

test('a file comes in parts with progress', async () => {
  /** @type {[number, number][]} */
  const progress = [];
  const bytes = await fetchBytes('x', {
    fetch: async () => response([[1, 2], [3]], { 'content-length': '3' }),
    onProgress: (done, total) => progress.push([done, total]),
  });
  assert.deepEqual([...bytes], [1, 2, 3]);
  assert.deepEqual(progress, [[2, 3], [3, 3]]);
});

test('a packed file does not claim its packed length', async () => {
  /** @type {number[]} */
  const totals = [];
  await fetchBytes('x', {
    fetch: async () => response([[1]], { 'content-length': '9', 'content-encoding': 'br' }),
    onProgress: (_, total) => totals.push(total),
  });
  assert.deepEqual(totals, [0]);
});

test('the network is tried twice, a missing file once', async () => {
  let tries = 0;
  /** @type {number[]} */
  const waits = [];
  const flaky = await fetchBytes('x', {
    fetch: async () => {
      if (++tries === 1) throw new TypeError('reset');
      return response([[5]]);
    },
    wait: async (ms) => { waits.push(ms); },
  });
  assert.deepEqual([...flaky], [5]);
  assert.deepEqual(waits, [800]);
  tries = 0;
  const always = fetchBytes('x', { fetch: async () => { ++tries; throw new TypeError('down'); }, wait: async () => {} });
  await assert.rejects(always, (error) => error instanceof FetchError && error.found && /offline/.test(error.message));
  assert.equal(tries, 2);
  tries = 0;
  const missing = fetchBytes('x', { fetch: async () => { ++tries; return response([], {}, 404); } });
  await assert.rejects(missing, (error) => error instanceof FetchError && !error.found);
  assert.equal(tries, 1);
});

test('storage that throws is no storage', () => {
  const refused = openStorage(/** @type {any} */ ({ get localStorage() { throw new DOMException('no', 'SecurityError'); } }), false);
  assert.equal(refused.canStore, false);
  refused.remember('a', 'b');
  const kept = new Map([['other', 'x'], ['meander.theme', '2']]);
  const store = {
    get length() { return kept.size; },
    key: (/** @type {number} */ i) => [...kept.keys()][i] ?? null,
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => { kept.set(key, value); },
    removeItem: (/** @type {string} */ key) => { kept.delete(key); },
  };
  const open = openStorage(/** @type {any} */ ({ localStorage: store }), false);
  assert.equal(open.canStore, true);
  assert.deepEqual(open.recalled, [['theme', '2']]);
  open.remember('theme', '1');
  assert.equal(kept.get('meander.theme'), '1');
  open.remember('theme', '');
  assert.deepEqual([...kept.keys()], ['other']);
});

test('in somebody’s page nothing is kept or recalled, even where it could be', () => {
  const framed = openStorage(/** @type {any} */ ({ get localStorage() { throw new Error('it was asked for'); } }), true);
  assert.deepEqual([framed.canStore, framed.recalled], [false, []]);
  framed.remember('theme', '1');
});

/** A window with a history that records. @param {string} hash */
function fakeWindow(hash) {
  /** @type {Record<string, () => void>} */
  const listeners = {};
  const calls = /** @type {[string, string][]} */ ([]);
  const location = { hash, pathname: '/ideas.html', search: '' };
  const set = (/** @type {string} */ kind) => (/** @type {null} */ _, /** @type {string} */ __, /** @type {string} */ address) => {
    calls.push([kind, address]);
    location.hash = address.startsWith('#') ? address : '';
  };
  return {
    calls, location, listeners,
    history: { pushState: set('push'), replaceState: set('replace') },
    addEventListener: (/** @type {string} */ kind, /** @type {() => void} */ take) => { listeners[kind] = take; },
    removeEventListener() {},
  };
}

test('a new stop is a new entry here and a replaced one in a frame', () => {
  const own = fakeWindow('#ideas.a');
  const link = openLink(/** @type {any} */ (own), false, () => {});
  assert.equal(link.fragment, 'ideas.a');
  link.set('ideas.b', true);
  link.set('ideas.b', true);
  link.set('ideas.c', false);
  assert.deepEqual(own.calls, [['push', '#ideas.b'], ['replace', '#ideas.c']]);
  const framed = fakeWindow('');
  openLink(/** @type {any} */ (framed), true, () => {}).set('ideas.b', true);
  assert.deepEqual(framed.calls, [['replace', '#ideas.b']]);
});

test('only the reader changing the fragment is told', () => {
  const scope = fakeWindow('');
  /** @type {string[]} */
  const told = [];
  const link = openLink(/** @type {any} */ (scope), false, (fragment) => told.push(fragment));
  link.set('ideas.b', true);
  scope.listeners.hashchange();
  scope.location.hash = '';
  scope.listeners.popstate();
  scope.listeners.hashchange();
  assert.deepEqual(told, ['']);
});

test('the skip link leads to a part of the page, and nothing is said of another view', () => {
  const scope = fakeWindow('#ideas.a');
  /** @type {string[]} */
  const told = [];
  openLink(/** @type {any} */ ({ ...scope, document: { getElementById: (/** @type {string} */ id) => (id === 'main' ? {} : null) } }), false, (fragment) => told.push(fragment));
  scope.location.hash = '#main';
  scope.listeners.hashchange();
  scope.location.hash = '';
  scope.listeners.hashchange();
  assert.deepEqual(told, ['']);
});

test('a fragment the page has not had comes from elsewhere, one it has had does not', () => {
  const scope = fakeWindow('#ideas.a');
  /** @type {[string, boolean][]} */
  const told = [];
  const link = openLink(/** @type {any} */ (scope), false, (fragment, fromElsewhere) => told.push([fragment, fromElsewhere]));
  link.set('ideas.b', true);
  for (const hash of ['#ideas.a', '#ideas.z', '#ideas.b', '#ideas.z', '']) {
    scope.location.hash = hash;
    scope.listeners.hashchange();
  }
  assert.deepEqual(told, [['ideas.a', false], ['ideas.z', true], ['ideas.b', false], ['ideas.z', false], ['', false]]);
});

test('only the framing page is heard, and only it is told', () => {
  /** @type {((event: any) => void)[]} */
  const listeners = [];
  /** @type {any[]} */
  const sent = [];
  const parent = { postMessage: (/** @type {any} */ message, /** @type {string} */ to) => sent.push([message, to]) };
  const scope = { parent, addEventListener: (/** @type {string} */ _, /** @type {any} */ take) => listeners.push(take), removeEventListener() {} };
  /** @type {string[]} */
  const heard = [];
  const door = openParent(/** @type {any} */ (scope), true, (text) => heard.push(text));
  const round = /** @type {any} */ ({ meander: 1 });
  round.self = round;
  for (const event of [
    { source: parent, data: { meander: 1, type: 'next' } },
    { source: {}, data: { meander: 1, type: 'next' } },
    { source: scope, data: { meander: 1, type: 'next' } },
    { source: null, data: { meander: 1 } },
    { source: parent, data: { type: 'next' } },
    { source: parent, data: 'meander' },
    { source: parent, data: null },
    { source: parent, data: round },
    { source: parent, data: { meander: 1, long: 'a'.repeat(80_000) } },
  ]) listeners[0](event);
  assert.deepEqual(heard, ['{"meander":1,"type":"next"}']);
  door.tell('{"meander":1,"type":"ready"}');
  assert.deepEqual(sent, [[{ meander: 1, type: 'ready' }, '*']]);

  const alone = openParent(/** @type {any} */ (scope), false, () => assert.fail('nobody frames this page'));
  alone.tell('{}');
  assert.equal(listeners.length, 1);
  assert.equal(sent.length, 1);
});

test('a refused clipboard says so', async () => {
  assert.equal(await copyText('x', { navigator: {} }), false);
  assert.equal(await copyText('x', { navigator: { clipboard: { writeText: async () => { throw new Error('no'); } } } }), false);
  let copied = '';
  assert.equal(await copyText('x', { navigator: { clipboard: { writeText: async (text) => { copied = text; } } } }), true);
  assert.equal(copied, 'x');
});

test('wheels of any make turn alike', () => {
  assert.equal(wheelPixels({ deltaY: 50, deltaMode: 0 }), 50);
  assert.equal(wheelPixels({ deltaY: 3, deltaMode: 1 }), 48);
  assert.equal(wheelPixels({ deltaY: -1, deltaMode: 2 }), -120);
  assert.equal(wheelPixels({ deltaY: 4000, deltaMode: 0 }), 120);
});

test('the chart takes its own keys and never Tab', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false };
  assert.equal(chartKey({ ...plain, key: 'Tab' }), '');
  assert.equal(chartKey({ ...plain, key: 'F5' }), '');
  assert.equal(chartKey({ ...plain, key: ' ' }), 'Space');
  assert.equal(chartKey({ ...plain, key: 'n' }), 'n');
  assert.equal(chartKey({ ...plain, key: 'ArrowUp' }), 'ArrowUp');
  assert.equal(chartKey({ ...plain, key: 'r', ctrlKey: true }), '');
  assert.equal(chartKey({ ...plain, key: 'ArrowLeft', altKey: true }), 'Backspace');
});
