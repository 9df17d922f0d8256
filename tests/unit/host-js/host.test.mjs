// The object behind the imports of app_ROOM.wasm, with a made-up program and page: wishes go to their service,
// events come back as bytes, and a frame is asked for only then.
import assert from 'node:assert/strict';
import test from 'node:test';
import { ByteReader, ByteWriter, bytesOf, EventKind, Op } from '../../../web/host/wire.mjs';
import { FetchError } from '../../../web/host/fetch.mjs';
import { Host } from '../../../web/host/host.mjs';

const turn = () => new Promise((resolve) => setTimeout(resolve, 2));

function stage() {
  const memory = new Uint8Array(4096);
  const said = /** @type {any[]} */ ([]);
  const frames = /** @type {(() => void)[]} */ ([]);
  const app = {
    HEAPU8: memory, _malloc: () => 64, _free() {},
    _app_start: () => 1,
    _app_frame: () => said.push(['frame']),
    _app_complete: (/** @type {number} */ id, /** @type {number} */ outcome, /** @type {number} */ at, /** @type {number} */ length) =>
      said.push(['complete', id, outcome, new TextDecoder().decode(memory.slice(at, at + length))]),
    _app_event: (/** @type {number} */ kind, /** @type {number} */ at, /** @type {number} */ length) =>
      said.push(['event', kind, memory.slice(at, at + length)]),
  };
  const root = { dataset: /** @type {Record<string, string>} */ ({}) };
  const scope = {
    performance: { now: () => 1500 },
    document: { documentElement: root, baseURI: 'https://x/ideas.html' },
    location: { href: 'https://x/ideas.html#old', assign: (/** @type {URL} */ address) => said.push(['went', address.href]) },
    navigator: {},
    requestAnimationFrame: (/** @type {() => void} */ draw) => frames.push(draw),
  };
  const services = {
    canvas: /** @type {any} */ ({ style: {} }),
    engine: { ask: (/** @type {Uint8Array} */ b) => said.push(['ask', [...b]]), cancel: (/** @type {number} */ id) => said.push(['cancel', id]) },
    page: { show: (/** @type {Uint8Array} */ b) => said.push(['page', [...b]]), say: (/** @type {string} */ t) => said.push(['say', t]),
      picture: (/** @type {string} */ n, /** @type {number} */ w, /** @type {Uint8Array} */ b) => said.push(['picture', n, w, [...b]]) },
    link: { set: (/** @type {string} */ f, /** @type {boolean} */ n) => said.push(['link', f, n]) },
    parent: { tell: (/** @type {string} */ t) => said.push(['parent', t]) },
    storage: { remember: (/** @type {string} */ k, /** @type {string} */ v) => said.push(['remember', k, v]) },
    audio: { prepare: () => said.push(['prepare']), start: () => said.push(['start']), stop: () => said.push(['stop']),
      block: (/** @type {number} */ f, /** @type {Float32Array} */ l, /** @type {Float32Array} */ r) => said.push(['block', f, [...l], [...r]]),
      now: (/** @type {Float32Array} */ s) => said.push(['now', [...s]]) },
    handles: (/** @type {Float32Array} */ places) => said.push(['handles', [...places]]),
    surface: { apply: () => said.push(['apply']), measure() {} },
    scope: /** @type {any} */ (scope),
    fetchBytes: async (/** @type {string} */ url) => {
      if (url === 'missing') throw new FetchError('Not there.', false);
      return bytesOf(`got ${url}`);
    },
  };
  const host = new Host(services);
  host.app = app;
  return { host, said, frames, root, services };
}

test('every wish reaches its service', () => {
  const { host, said, root, services } = stage();
  assert.equal(host.now(), 1.5);
  host.send(Op.askEngine, 0, Uint8Array.from([1]));
  host.send(Op.cancelEngine, 8, new Uint8Array());
  host.send(Op.setHandles, 0, new Uint8Array(Float32Array.of(3, 4).buffer));
  host.send(Op.showPage, 0, Uint8Array.from([2]));
  host.send(Op.setLink, 1, bytesOf('ideas.x'));
  host.send(Op.remember, 0, new ByteWriter().text('theme').text('2').take());
  host.send(Op.say, 0, bytesOf('Hello.'));
  host.send(Op.navigate, 0, bytesOf('sentences.html'));
  host.send(Op.navigate, 0, bytesOf('javascript:alert(1)'));
  host.send(Op.setTheme, 2, new Uint8Array());
  host.send(Op.setCursor, 1, new Uint8Array());
  host.send(Op.tellReady, 0, new Uint8Array());
  assert.deepEqual(said, [['ask', [1]], ['cancel', 8], ['handles', [3, 4]], ['page', [2]], ['link', 'ideas.x', true],
    ['remember', 'theme', '2'], ['say', 'Hello.'], ['went', 'https://x/sentences.html']]);
  host.send(Op.showPicture, 2, Uint8Array.from([...new ByteWriter().text('share').take(), 9, 8, 7, 255, 1, 2, 3, 255]));
  assert.deepEqual(said.pop(), ['picture', 'share', 2, [9, 8, 7, 255, 1, 2, 3, 255]]);
  host.send(Op.tellParent, 0, bytesOf('{"meander":1}'));
  assert.deepEqual(said.pop(), ['parent', '{"meander":1}']);
  for (const op of [Op.prepareAudio, Op.startAudio, Op.stopAudio]) host.send(op, 0, new Uint8Array());
  assert.deepEqual(said.splice(-3), [['prepare'], ['start'], ['stop']]);
  host.send(Op.playBlock, 0, new ByteWriter().f64(5e9).f32(1).f32(2).f32(-1).f32(-2).take());
  assert.deepEqual(said.pop(), ['block', 5e9, [1, 2], [-1, -2]]);
  host.send(Op.playNow, 0, new ByteWriter().f32(0.5).take());
  assert.deepEqual(said.pop(), ['now', [0.5]]);
  assert.equal(root.dataset.theme, 'dark');
  assert.equal(root.dataset.ready, '');
  assert.equal(services.canvas.style.cursor, 'pointer');
  host.send(Op.setTheme, 0, new Uint8Array());
  assert.equal('theme' in root.dataset, false);
  assert.throws(() => host.send(99, 0, new Uint8Array()), RangeError);
});

test('one frame for many events, none for none', () => {
  const { host, said, frames } = stage();
  assert.equal(frames.length, 0);
  host.action('open', '12');
  host.action('open', '13');
  host.send(Op.requestFrame, 0, new Uint8Array());
  assert.equal(frames.length, 1);
  const [, kind, bytes] = said[0];
  const reader = new ByteReader(bytes);
  assert.deepEqual([kind, reader.text(), reader.text()], [EventKind.pageAction, 'open', '12']);
  frames[0]();
  assert.deepEqual(said.slice(-2), [['apply'], ['frame']]);
  assert.equal(frames.length, 1);
});

test('files arrive as bytes, failures as sentences', async () => {
  const { host, said } = stage();
  host.send(Op.fetch, 5, bytesOf('head.bin'));
  host.send(Op.fetch, 6, bytesOf('missing'));
  await turn();
  assert.deepEqual(said, [['complete', 5, 1, 'got head.bin'], ['complete', 6, 2, 'Not there.']]);
});

test('a fragment is copied with the address of the page', async () => {
  const { host, said } = stage();
  host.send(Op.copyText, 0, bytesOf('#ideas.new'));
  await turn();
  const reader = new ByteReader(said[0][2]);
  assert.deepEqual([reader.text(), reader.text()], ['copy-refused', 'https://x/ideas.html#ideas.new']);
});

test('a refused clipboard comes back as an action', async () => {
  const { host, said } = stage();
  host.send(Op.copyText, 0, bytesOf('https://x'));
  await turn();
  const reader = new ByteReader(said[0][2]);
  assert.deepEqual([reader.text(), reader.text()], ['copy-refused', 'https://x']);
});
