// What an author may ask of a figure, and what figures and pages tell each other: hostile addresses and messages too.
import assert from 'node:assert/strict';
import test from 'node:test';
import { alwaysSmall, onlyUsed } from '../../../tools/site_embed.mjs';
import { hearParent, heightFor, heightTeller, stateOf, tellHeight, themeOf } from '../../../web/embed/messages.mjs';
import { cutSecret } from '../../../web/host/open.mjs';
import { contrast, pictureAddress, readFrameOptions } from '../../../web/embed/options.mjs';
import { sizeFor } from '../../../web/embed/poster.mjs';

const BASE = 'https://host.example/meander/embed.html';

test('an address says what a figure is to be', () => {
  assert.deepEqual(readFrameOptions('?room=ideas&theme=dark&lock=1&start=near&ui=full&poster=p.webp&poster-dark=d.webp&title=From+A%0Ato+B&accent=%23AB12CD&face=Georgia,+serif', BASE), {
    room: 'ideas', theme: 'dark', lock: true, start: 'near', ui: 'full', poster: 'https://host.example/meander/p.webp', posterDark: 'https://host.example/meander/d.webp', title: 'From A to B', accent: '#ab12cd', face: 'Georgia, serif' });
});

test('what is not understood is as if it had not been said', () => {
  const nothing = { room: '', theme: 'auto', lock: false, start: 'click', ui: 'minimal', poster: '', posterDark: '', title: '', accent: '', face: '' };
  assert.deepEqual(readFrameOptions('', BASE), nothing);
  assert.deepEqual(readFrameOptions('?room=../x&theme=blue&lock=2&start=sound&ui=1&poster=javascript:alert(1)&poster-dark=javascript:alert(1)&accent=red&face=a;}b{', BASE), nothing);
  assert.equal(readFrameOptions(`?title=${'x'.repeat(5000)}`, BASE).title.length, 160);
  assert.equal(readFrameOptions('?title=%E2%80%AEevil', BASE).title, 'evil');
  for (const poster of ['data:image/svg+xml,<svg/>', 'file:///etc/passwd', 'https://me:secret@x/', 'https://[', 'x'.repeat(3000)]) assert.equal(pictureAddress(poster, BASE), '', poster);
});

test('a title keeps its letters, and nothing in it turns others around', () => {
  const title = (/** @type {string} */ said) => readFrameOptions(`?title=${encodeURIComponent(said)}`, BASE).title;
  for (const whole of ['می\u200cخواهم', '👩\u200d🔬 and 👨\u200d👩\u200d👧', 'क्\u200dष']) assert.equal(title(whole), whole);
  assert.equal(title('Zeit\u00adrei\u00adse'), 'Zeitreise');
  assert.equal(title('\ufeffa\u202eb\u2066c\u2069d\u200fe\u200ef\u061cg'), 'abcdefg');
  assert.equal(title('a\u0000\u0007\n b\t'), 'a b');
  assert.equal(title(`${'a'.repeat(159)}👩‍🚀`), `${'a'.repeat(159)}👩`, 'no letter is cut in two');
  for (const unseen of ['\u200b', ' \u200b\u00ad ', '\u2060\u3164', '\u200d']) assert.equal(title(unseen), '', 'what nobody sees is no title');
  assert.equal(title('🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} ☀\ufe0f'), '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} ☀\ufe0f');
});

test('colours stand apart as WCAG has it', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#ffffff', '#000000'), 21);
  assert.ok(Math.abs(contrast('#767676', '#ffffff') - 4.54) < 0.01);
});

test('a height hangs on the width alone', () => {
  assert.deepEqual([360, 600, 720, 479, 480].map((width) => heightFor(width, false)), [480, 400, 480, 639, 320]);
  /** @type {unknown[]} */
  const told = [];
  const scope = /** @type {any} */ ({ parent: { postMessage: (/** @type {unknown} */ said) => told.push(said) } });
  tellHeight(scope, 400, 'm1');
  assert.deepEqual(told, [{ meander: 1, type: 'height', height: 400 }, { 'datawrapper-height': { m1: 400 } }, { sentinel: 'amp', type: 'embed-size', height: 400 }]);
  const alone = /** @type {any} */ ({ postMessage: () => assert.fail('nobody is there') });
  alone.parent = alone;
  tellHeight(alone, 400, 'm1');
});

test('only the page around is heard, and only what is ours', () => {
  /** @type {(event: object) => void} */
  let arrive = () => {};
  const parent = {};
  const scope = /** @type {any} */ ({ parent, addEventListener: (/** @type {string} */ _, /** @type {any} */ listener) => { arrive = listener; } });
  /** @type {unknown[]} */
  const heard = [];
  hearParent(scope, (said) => heard.push(said.type));
  for (const data of [null, 'live', 7, { type: 'live' }, { meander: 2, type: 'live' }, { meander: 1 }, { meander: 1, type: {} }]) arrive({ source: parent, data });
  arrive({ source: {}, data: { meander: 1, type: 'live' } });
  assert.deepEqual(heard, []);
  arrive({ source: parent, data: { meander: 1, type: 'live' } });
  assert.deepEqual(heard, ['live']);
});

test('a theme is one of three words, and nothing that only reads like one', () => {
  for (const said of ['auto', 'light', 'dark']) assert.equal(themeOf(said), said);
  for (const said of [['dark'], new String('dark'), 'blue', '', null, 7, {}]) assert.equal(themeOf(said), null);
});

test('a state is a room’s name and letters, or nothing', () => {
  assert.equal(stateOf('#ideas.AQEB-_9'), 'ideas.AQEB-_9');
  assert.deepEqual(['ideas.AQ', '#ideas.AQ', '', 'pictures.AQ', 'ideasx.AQ'].map((said) => stateOf(said, 'ideas')), ['ideas.AQ', 'ideas.AQ', '', null, null], 'of one room');
  assert.equal(stateOf(''), '');
  for (const said of ['ideas', 'ideas.a b', '../x#ideas.A', 7, null, {}, `ideas.${'A'.repeat(60_001)}`]) assert.equal(stateOf(said), null, String(said).slice(0, 20));
});

test('a frame of any shape has the picture most like it', () => {
  const sizes = [[600, 400, 0], [720, 400, 0], [720, 480, 0], [360, 480, 0], [350, 400, 0], [390, 260, 0]];
  const card = /** @type {import('../../../web/embed/poster.mjs').Card} */ (/** @type {unknown} */ ({ stills: { sizes } }));
  for (const [innerWidth, innerHeight, size] of /** @type {[number, number, string][]} */ ([
    ...sizes.map(([width, height]) => [width, height, `${width}x${height}`]),
    [640, 427, '600x400'], [680, 400, '720x400'], [900, 600, '720x480'], [1000, 400, '720x400'], [480, 400, '600x400'],
    [479, 400, '350x400'], [335, 400, '350x400'], [360, 460, '360x480'], [320, 240, '390x260'],
  ])) {
    Object.assign(globalThis, { innerWidth, innerHeight });
    assert.equal(sizeFor(card).slice(0, 2).join('x'), size, `${innerWidth} × ${innerHeight}`);
  }
});

test('of the colours a figure has those that its sheets name, in both themes', () => {
  const tokens = '/* made */ :root { --ink: #111; --ink-2: #222; --far: #333; }\n@media (x) { :root { --ink: #eee; --far: #ddd; } }';
  const left = onlyUsed(tokens, 'a { color: var(--ink-2, red); } b { color: var(--ink); }');
  assert.equal(left.match(/--ink: /g)?.length, 2);
  assert.match(left, /--ink-2: #222/);
  assert.doesNotMatch(left, /far|made/);
});

test('a style sheet for figures: what holds on small pages holds always, what holds on large ones never', () => {
  const css = alwaysSmall(`@font-face { src: url("x"); }
    a { font: 600 17px/21px Vollkorn, Georgia, serif; }
    @media (max-width: 640px) { b { color: red; } @supports (x: y) { c { top: 0; } } }
    @media (min-width: 641px) { d { color: red; } }
    @media (max-height: 520px) and (max-width: 400px) { e { color: red; } }
    @media print { f { color: red; } }
    @media (prefers-color-scheme: dark) { g { color: red; } }`);
  assert.match(css, /a \{ font: 600 17px\/21px var\(--words\); \}/);
  assert.match(css, /^\s*b \{ color: red; \} @supports \(x: y\) \{ c \{ top: 0; \} \}/m);
  assert.match(css, /@media \(max-width: 400px\) \{ e/);
  assert.match(css, /@media \(prefers-color-scheme: dark\) \{ g/);
  assert.doesNotMatch(css, /font-face|\bd \{|\bf \{/);
});

test('what WordPress writes behind an address is cut off, at once and when it comes later; a view stays whole', () => {
  /** @type {Record<string, () => void>} */
  const heard = {};
  const location = { hash: '', pathname: '/meander/embed.html', search: '?room=ideas' };
  /** @type {string[]} */
  const replaced = [];
  const history = { replaceState: (/** @type {unknown} */ _, /** @type {string} */ __, /** @type {string} */ address) => { replaced.push(address); location.hash = address.startsWith('#') ? address : ''; } };
  const scope = /** @type {any} */ ({ location, history, addEventListener: (/** @type {string} */ name, /** @type {() => void} */ listener) => { heard[name] = listener; } });
  location.hash = '#?secret=AbCdEfGh12';
  cutSecret(scope);
  location.hash = '#ideas.AQEB-_9#?secret=AbCdEfGh12';
  heard.hashchange();
  for (const hash of ['#ideas.AQEB-_9', '', '#secret']) {
    location.hash = hash;
    heard.popstate();
  }
  assert.deepEqual(replaced, ['/meander/embed.html?room=ideas', '#ideas.AQEB-_9']);
});

test('a page that does as it is told and so gets a scroll bar, or loses it, is told the larger height and no more', () => {
  /** What is told of a page `wide` without its scroll bar, which it has from a frame `tall` on. @param {number} wide @param {number} bar @param {number} tall @param {number} first */
  const obey = (wide, bar, tall, first) => {
    const isToBeTold = heightTeller();
    const told = [];
    for (let width = first, now = 0; told.length < 20; now += 40) {
      const height = heightFor(width, false);
      if (!isToBeTold(width, height, now)) break;
      told.push(height);
      width = wide - (height >= tall ? bar : 0);
    }
    return told;
  };
  assert.deepEqual(obey(600, 15, 400, 600), [400, 390, 400]);
  assert.deepEqual(obey(600, 15, 400, 585), [390, 400]);
  assert.deepEqual(obey(600, 15, 900, 600), [400]);
  // Turned and turned back in one's own time it is told as ever.
  const isToBeTold = heightTeller();
  assert.deepEqual([[640, 0], [360, 5000], [640, 9000], [640, 9100], [360, 20_000]].map(([width, now]) => isToBeTold(width, heightFor(width, false), now)), [true, true, true, false, true]);
  assert.equal(isToBeTold(360, 480, 20_100, true), true, 'asked for');
});
