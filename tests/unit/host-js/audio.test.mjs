// The loudspeaker, on a made-up AudioContext whose clock the tests turn.
import assert from 'node:assert/strict';
import test from 'node:test';
import { AudioState, SAMPLE_RATE } from '../../../web/host/audio.mjs';
import { last, playing, samples, stage } from './audio_stage.mjs';

test('nothing is opened before a press, and a prepared press opens in silence', () => {
  const page = stage();
  page.press();
  page.link.now(samples(10));
  assert.equal(page.contexts.length, 0);
  page.link.prepare();
  assert.equal(page.contexts.length, 0);
  page.press();
  page.press();
  assert.equal(page.contexts.length, 1);
  assert.equal(page.contexts[0].options.sampleRate, SAMPLE_RATE);
  assert.equal(page.contexts[0].played.length, 0);
});

test('blocks lie back to back on whole samples', async () => {
  const page = stage();
  page.link.start();
  page.grow();
  assert.equal(last(page), AudioState.playing);
  assert.equal(page.news[0].clockFrame, -1);
  await page.pass(33);
  page.link.block(0, samples(1000, 0.1), samples(1000, 0.2));
  page.link.block(1000, samples(600), samples(600));
  assert.equal(page.contexts[0].played.length, 0);
  await null;
  page.link.block(1600, samples(600), samples(600));
  const [first, second, third] = page.contexts[0].played;
  const frames = [first, second, third].map(({ at }) => at * SAMPLE_RATE);
  for (const frame of frames) assert.ok(Math.abs(frame - Math.round(frame)) < 1e-6);
  assert.deepEqual(frames.slice(1).map((frame, i) => Math.round(frame - frames[i])), [1000, 600]);
  assert.ok(first.at >= 1.033 + 0.04 - 1e-9 && first.at < 1.033 + 0.042);
  assert.deepEqual(first.buffer.data, [[...samples(1000, 0.1)], [...samples(1000, 0.2)]]);
  assert.equal(page.link.late, 0);
});

test('the program hears where the clock stands every 25 ms, and what is heard is later', async () => {
  const page = await playing(44100);
  page.news.length = 0;
  await page.pass(1000);
  assert.equal(page.news.length, 40);
  const told = page.news[39];
  assert.ok(Math.abs(told.clockFrame - (1 - 0.04) * SAMPLE_RATE) <= 50, String(told.clockFrame));
  assert.equal(told.clockFrame - told.heardFrame, 882);
});

test('a block that comes too late begins where it should be by now', async () => {
  const page = await playing(441);
  await page.pass(100);
  page.link.block(441, samples(4410), samples(4410));
  page.link.block(882, samples(10), samples(10));
  const { played } = page.contexts[0];
  assert.equal(played.length, 2);
  assert.equal(played[1].at, 0);
  // 100 ms have gone by, 40 of them before the first frame; the block began 10 ms into it.
  assert.ok(Math.abs(played[1].offset - 0.05) < 0.001, String(played[1].offset));
  assert.equal(page.link.late, 2);
});

test('where sound is blocked it says so and begins at the next press', async () => {
  const page = stage({ grant: false });
  page.link.start();
  assert.equal(last(page), AudioState.blocked);
  page.link.block(0, samples(10), samples(10));
  await null;
  assert.equal(page.contexts[0].played.length, 0);
  page.allow();
  page.press();
  await page.pass(1);
  assert.equal(last(page), AudioState.playing);
  page.grow();
  page.link.block(0, samples(10), samples(10));
  await null;
  assert.equal(page.contexts[0].played.length, 1);
});

test('what a press has let begin and never does is no loudspeaker; the next press tries another', async () => {
  const page = stage({ grant: false, active: true });
  page.link.start();
  await page.pass(4900);
  assert.deepEqual(page.news, [], 'a device may take its time: nobody is told to press again');
  await page.pass(200);
  assert.deepEqual(page.news.map(({ state }) => state), [AudioState.unavailable]);
  assert.equal(page.contexts[0].state, 'closed');
  await page.pass(10_000);
  assert.equal(page.news.length, 1);

  page.allow();
  page.press();  // nothing is wanted
  assert.equal(page.contexts.length, 1);
  page.link.start();
  assert.equal(page.contexts.length, 2);
  assert.equal(last(page), AudioState.playing);
  await page.pass(10_000);
  assert.equal(last(page), AudioState.playing);
});

test('a loudspeaker that takes its time is waited for in silence, and one that is stopped meanwhile is no fault', async () => {
  const page = stage({ grant: false, active: true });
  page.link.start();
  await page.pass(2000);
  page.contexts[0].set('running');
  await page.pass(5000);
  assert.ok(page.news.length > 1 && page.news.every(({ state }) => state === AudioState.playing));

  const other = stage({ grant: false, active: true });
  other.link.start();
  await other.pass(2000);
  other.link.stop();
  await other.pass(5000);
  assert.deepEqual(other.news, []);
});

test('what has run and does not come back after a press waits for the next', async () => {
  const page = stage({ active: true });
  page.link.start();
  await page.pass(100);
  page.contexts[0].resume = async () => {};  // a call is on
  page.contexts[0].set('interrupted');
  assert.equal(last(page), AudioState.blocked);
  const count = page.news.length;
  page.press();
  await page.pass(5000);
  assert.deepEqual(page.news.slice(count).map(({ state }) => state), [AudioState.blocked]);
  assert.equal(page.contexts.length, 1);
  page.contexts[0].set('running');
  assert.equal(last(page), AudioState.playing);
});

test('hidden or out of view it says why, rings out what the program answers, and does not begin again by itself', async () => {
  for (const [leave, state] of /** @type {[(page: ReturnType<typeof stage>) => void, number][]} */ ([
    [(page) => page.hide(), AudioState.hidden], [(page) => page.scroll(false), AudioState.outOfView]])) {
    const page = await playing(44100);
    await page.pass(200);
    leave(page);
    assert.equal(last(page), state);
    page.link.block(44100, samples(22050), samples(22050));  // to the bar line: the program's answer to the news
    await page.pass(1);
    page.link.block(66150, samples(100), samples(100));  // and nothing after that
    const { played } = page.contexts[0];
    assert.equal(played.length, 2);
    assert.deepEqual(played.map((/** @type {any} */ source) => source.stopped), [-1, -1]);
    assert.deepEqual(played[0].to.plan, []);
    const count = page.news.length;
    await page.pass(500);
    assert.equal(page.news.length, count);
    page.link.start();
    assert.equal(last(page), state);
    page.scope.document.hidden = false;
    page.scroll(true);
    page.link.start();  // Play within that time: the old fades, the new begins
    assert.equal(last(page), AudioState.playing);
    assert.deepEqual(played[0].to.plan.map((/** @type {any[]} */ step) => step.slice(0, 2)), [['set', 1], ['ramp', 0]]);
    assert.ok(played[1].stopped > 0);
  }
});

test('stopping is silent and not told; starting again is a new beginning', async () => {
  const page = await playing(44100);
  await page.pass(100);
  const count = page.news.length;
  page.link.stop();
  assert.equal(page.news.length, count);
  assert.ok(page.contexts[0].played[0].stopped > 0);
  page.link.start();
  page.link.block(0, samples(100), samples(100));
  await null;
  const again = page.contexts[0].played[1];
  assert.ok(again.at > 1.1);
  assert.notEqual(again.to, page.contexts[0].played[0].to);
});

test('at most twelve auditions a second, the last of them always, and softer in a beat', async () => {
  const page = stage();
  page.link.prepare();
  page.press();
  for (let i = 0; i < 100; ++i) {
    page.link.now(samples(10, i / 100));
    await page.pass(10);
  }
  await page.pass(100);
  const { played } = page.contexts[0];
  assert.ok(played.length >= 11 && played.length <= 13, String(played.length));
  assert.ok(Math.abs(played[played.length - 1].buffer.data[0][0] - 0.99) < 1e-6);
  const before = played[0].to.gain.value;
  page.link.start();
  await page.pass(200);
  page.link.now(samples(10));
  assert.ok(played[played.length - 1].to.gain.value < before / 2);
});

test('a single sound and the beat together stay where the mixer does: the beat makes room first, and comes back', async () => {
  const ceiling = 0.8912509;
  const page = await playing(44100);
  await page.pass(100);
  const [context] = page.contexts;
  const beat = /** @type {any} */ (page.link.out);
  for (const peak of [0.7, 0.1]) {
    page.link.now(samples(4410, peak));
    const single = context.played.at(-1);
    const [[, , now], [kind, share, reached], [, kept, until], [, back]] = beat.plan;
    assert.deepEqual([kind, kept, back], ['ramp', share, 1]);
    assert.ok(now < reached && reached <= single.at && until >= single.at + 0.1, JSON.stringify(beat.plan));
    assert.ok(share * ceiling + single.to.gain.value * peak <= ceiling + 1e-6, String(share));
    assert.ok(share > 0.7, 'and is still heard');
    await page.pass(300);
    beat.plan.length = 0;
  }
  // By itself it may be louder, however loud it comes, and ends where a beat begins.
  page.link.stop();
  await page.pass(300);
  page.link.now(samples(4410, 2));
  const loud = context.played.at(-1);
  assert.ok(loud.to.gain.value * 2 <= ceiling + 1e-6);
  page.link.start();
  assert.ok(loud.stopped > 0);
});

test('a clock that stands still is noticed, started again at a press, or replaced', async () => {
  const page = await playing(44100);
  await page.pass(100);
  page.contexts[0].runs = false;
  await page.pass(290);
  assert.equal(last(page), AudioState.playing);
  await page.pass(60);
  assert.equal(last(page), AudioState.blocked);
  const count = page.news.length;
  await page.pass(500);
  assert.equal(page.news.length, count);  // said once

  page.contexts[0].runs = true;  // the press helps
  page.press();
  await page.pass(100);
  assert.equal(page.contexts.length, 1);
  assert.equal(last(page), AudioState.playing);

  page.contexts[0].runs = false;
  await page.pass(400);
  page.press();  // this one does not
  await page.pass(350);
  assert.equal(page.contexts.length, 2);
  assert.equal(page.contexts[0].state, 'closed');
  assert.equal(last(page), AudioState.playing);
  page.grow();
  page.link.block(50_000, samples(100), samples(100));
  await null;
  assert.ok(page.contexts[1].played[0].at > 0);
});

test('what the system interrupts is said, and goes on when it is over', async () => {
  const page = stage();
  page.link.start();
  page.contexts[0].set('interrupted');
  assert.equal(last(page), AudioState.blocked);
  page.contexts[0].set('running');
  assert.equal(last(page), AudioState.playing);
});

test('another rate is taken where ours is refused, and no loudspeaker is said', () => {
  const page = stage({ refuseRate: true });
  page.link.start();
  assert.equal(last(page), AudioState.playing);
  const none = stage({ refuse: true });
  none.link.start();
  assert.equal(last(none), AudioState.unavailable);
});

test('after half a minute of silence it sleeps, not while it plays', async () => {
  const page = await playing(10);
  await page.pass(31_000);
  assert.equal(page.contexts[0].state, 'running');
  page.link.stop();
  await page.pass(31_000);
  assert.equal(page.contexts[0].state, 'suspended');
  page.link.now(samples(10));  // it was allowed once: pointing at a sound wakes it
  await page.pass(1);
  assert.equal(page.contexts[0].state, 'running');
  assert.equal(page.contexts[0].played.length, 2);
});

test('a clock that has just begun is not built upon until it has settled', async () => {
  const page = stage();
  page.link.start();
  page.link.block(0, samples(10), samples(10));
  await page.pass(60);
  assert.equal(page.contexts[0].played.length, 0);
  page.contexts[0].time += 0.5;  // the leap
  await page.pass(20);
  assert.equal(page.contexts[0].played.length, 1);
  assert.ok(page.contexts[0].played[0].at > 0.56);
  assert.equal(page.link.late, 0);
});
