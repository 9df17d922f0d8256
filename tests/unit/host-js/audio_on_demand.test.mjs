// The loudspeaker of a page that may never need one: fetched with the first wish, which waits for it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { AudioLink, AudioState } from '../../../web/host/audio.mjs';
import { AudioOnDemand } from '../../../web/host/audio_on_demand.mjs';
import { last, samples, stage } from './audio_stage.mjs';

/** A page whose loudspeaker's program is still to come. @param {{ fails?: boolean }} [how] */
function onDemand({ fails = false } = {}) {
  const page = stage();
  /** @type {string[]} */
  const asked = [];
  /** @type {(value: any) => void} */
  let come = () => {};
  /** @type {(error: Error) => void} */
  let fail = () => {};
  const audio = new AudioOnDemand(/** @type {any} */ (page.scope), /** @type {any} */ ({}), (told) => page.news.push(told), undefined,
    () => { asked.push('audio'); return new Promise((resolve, reject) => { come = resolve; fail = reject; }); });
  return { ...page, audio, asked, async arrive() {
    if (fails) fail(new Error('offline'));
    else come({ AudioLink });
    await page.pass(20);
  } };
}

test('the loudspeaker is fetched with the first wish, once, and wishes wait in order', async () => {
  const page = onDemand();
  page.audio.stop();
  assert.deepEqual(page.asked, []);
  page.audio.prepare();
  page.press();  // the press that may come too early for the program
  assert.equal(page.contexts.length, 1);
  page.audio.now(samples(10, 0.25));
  page.audio.start();
  assert.deepEqual(page.asked, ['audio']);
  await page.arrive();
  assert.equal(page.contexts.length, 1);
  assert.deepEqual(page.contexts[0].played[0].buffer.data[0], [...samples(10, 0.25)]);
  assert.equal(last(page), AudioState.playing);
  page.grow();
  page.audio.block(0, samples(10), samples(10));
  await null;
  assert.equal(page.contexts[0].played.length, 2);
  page.audio.stop();
  assert.ok(page.contexts[0].played[1].stopped > 0);
});

test('stopping before it is here leaves silence', async () => {
  const page = onDemand();
  page.audio.start();
  page.press();
  page.audio.stop();
  await page.arrive();
  page.audio.block(0, samples(10), samples(10));
  await null;
  assert.equal(page.contexts[0].played.length, 0);
});

test('a loudspeaker that does not come is said, and asked for again', async () => {
  const page = onDemand({ fails: true });
  page.audio.start();
  await page.arrive();
  assert.equal(last(page), AudioState.unavailable);
  page.audio.start();
  assert.equal(page.asked.length, 2);
});
