// The page of a room that is still being made: what it says for what it is told, and when it gives way.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { comingParts, navFrom } from '../../../tools/site_coming.mjs';
import { leftInWords, look, placeAt, riverPath, shownFor, wayPath } from '../../../web/host/coming.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
/** @type {Record<string, string>} */
const words = JSON.parse(fs.readFileSync(path.join(root, 'web/words.json'), 'utf8'));
const making = { state: 'making', step: 'Reading every line for its meaning', detail: '40 %', share: 0.5, left_s: 130, sentence: '' };

test('every state is said in plain words', () => {
  assert.deepEqual(shownFor(making, 'Sentences', words), { state: 'coming', title: 'Sentences is on its way', step: 'Reading every line for its meaning',
    detail: '40 %', left: 'about 2 minutes left', next: words['coming.opens'], share: 0.5 });
  assert.equal(shownFor({ ...making, step: '' }, 'Sentences', words).step, 'Beginning');
  for (const step of ['lines-registry', 'npm:@some/thing', 'shakespeare']) assert.equal(shownFor({ ...making, step }, 'Sentences', words).step, words['coming.fetching']);
  for (const step of ['build-native', 'build-web']) assert.equal(shownFor({ ...making, step }, 'Sentences', words).step, words['coming.building']);
  assert.equal(shownFor({ ...making, step: 'site' }, 'Sentences', words).step, words['coming.laying_out']);
  assert.equal(shownFor({ ...making, state: 'waits' }, 'Sounds', words).step, words['coming.waits']);
  const failed = shownFor({ ...making, state: 'failed', sentence: 'Is there a network?' }, 'Sentences', words);
  assert.deepEqual([failed.state, failed.title, failed.step, failed.next], ['failed', 'Sentences could not be made', 'Is there a network?', words['coming.failed_next']]);
  assert.equal(shownFor('gone', 'Sentences', words).next, words['coming.stopped_next']);
  assert.equal(shownFor('elsewhere', 'Sentences', words).next, words['coming.elsewhere_next']);
});

test('time is told in minutes, and never as nothing', () => {
  assert.deepEqual([5, 44, 45, 89, 90, 240].map((seconds) => leftInWords(seconds, words)),
    ['less than a minute left', 'less than a minute left', 'about a minute left', 'about a minute left', 'about 2 minutes left', 'about 4 minutes left']);
});

test('the way stays inside its picture, and its ends are where the style sheet has them', () => {
  for (let x = 0; x <= 100; ++x) assert.ok(placeAt(x / 100).y > 0.15 && placeAt(x / 100).y < 0.85);
  assert.ok(riverPath().split('L').length > 50 && wayPath().startsWith('M6.00 '));
  const css = fs.readFileSync(path.join(root, 'web/pages/coming.css'), 'utf8');
  for (const [name, share] of /** @type {[string, number][]} */ ([['start', 0], ['end', 1], ['here', 0]])) {
    const { x, y } = placeAt(share);
    assert.ok(css.includes(`.coming-${name} { left: ${Math.round(x * 100)}%; top: ${(y * 100).toFixed(1)}%;`), name);
  }
});

/** @param {Record<string, [number, string] | Error>} answers by the last part of the address */
function asker(answers) {
  /** @type {string[]} */
  const asked = [];
  const ask = async (/** @type {string} */ address) => {
    asked.push(address);
    const answer = answers[address.split('/').at(-1) ?? ''];
    if (answer instanceof Error) throw answer;
    return new Response(answer[1], { status: answer[0] });
  };
  return { ask: /** @type {typeof fetch} */ (/** @type {unknown} */ (ask)), asked };
}
const here = 'http://127.0.0.1:8000/sentences.html';
const waiting = /** @type {[number, string]} */ ([200, '<html data-coming="coming">']);
const room = /** @type {[number, string]} */ ([200, '<html data-poster>']);
/** @param {Record<string, unknown>} rooms @returns {[number, string]} */
const told = (rooms) => [200, JSON.stringify({ rooms })];

test('it gives way when its address gives the room, and not before', async () => {
  /** @type {[Record<string, [number, string] | Error>, boolean, unknown][]} */
  const cases = [
    [{ 'coming.json': told({ sentences: making }) }, false, making],
    [{ 'coming.json': told({ sentences: { ...making, state: 'ready' } }), 'sentences.html': room }, true, undefined],
    // Told to be ready but not in place yet: it waits rather than reloads for ever.
    [{ 'coming.json': told({ sentences: { ...making, state: 'ready' } }), 'sentences.html': waiting }, false, { ...making, state: 'ready' }],
    [{ 'coming.json': told({}), 'sentences.html': room }, true, undefined],
    [{ 'coming.json': [404, 'no'], 'sentences.html': room }, true, undefined],
    [{ 'coming.json': [404, 'no'], 'sentences.html': waiting }, false, 'elsewhere'],
    [{ 'coming.json': [200, 'null'], 'sentences.html': waiting }, false, 'elsewhere'],
    [{ 'coming.json': new TypeError('refused') }, false, 'gone'],
    [{ 'coming.json': [200, '<html>'] }, false, 'gone'],
    [{ 'coming.json': told({ sentences: { ...making, state: 'ready' } }), 'sentences.html': [404, 'no'] }, false, { ...making, state: 'ready' }],
  ];
  for (const [answers, gives_way, shown] of cases) {
    const { ask } = asker(answers);
    /** @type {unknown} */
    let said;
    assert.equal(await look(ask, 'sentences', here, (what) => { said = what; }), gives_way, JSON.stringify(answers));
    assert.deepEqual(said, shown);
  }
});

test('what is told wrongly does no harm', async () => {
  const { ask } = asker({ 'coming.json': told({ sentences: { state: 'making', share: 'x', left_s: null, detail: 7 } }) });
  /** @type {any} */
  let said;
  await look(ask, 'sentences', here, (what) => { said = what; });
  assert.deepEqual(said, { state: 'making', step: '', detail: '7', share: 0, left_s: 0, sentence: '' });
});

test('the page is whole before it has asked, for a room that nobody wrote words for as well', () => {
  const page = '<nav data-key="rooms" class="rooms" aria-label="Rooms"><a data-key="sentences" class="room-stop" href="./sentences.html">Sentences</a><a data-key="ideas" class="room-stop" href="./ideas.html" aria-current="true">Ideas</a></nav>';
  assert.equal(navFrom(page, 'sentences'), page.replace(' aria-current="true"', '').replace('<a data-key="sentences"', '<a data-key="sentences" aria-current="true"'));
  const parts = comingParts('sentences', page, words);
  assert.ok(parts.main.includes(words['coming.what_sentences']) && parts.title === 'Sentences is on its way');
  assert.ok(comingParts('sounds', page, words).main.includes(words['coming.what']));
  const { words: own } = JSON.parse(parts.options);
  for (const key of Object.keys(own)) assert.match(key, /^coming\./);
});
