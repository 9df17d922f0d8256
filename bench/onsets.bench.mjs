// When hits are heard, on a page that is busy: our mixer's blocks 250 ms ahead, the textbook's two
// clocks 100 ms ahead, and a timer a hit; all three at once on one page, so that they meet the same
// frames. Onsets are detected to the sample in an AudioWorklet.
import path from 'node:path';
import { buildModule, conditions, numbersOf, pageOf, root, serveFound, startChromium, verdict } from './common.mjs';

const STEP = 6615;  // a sixteenth at 100 a minute and 44.1 kHz
const [hits] = numbersOf('MEANDER_BENCH_HITS', [160]);
/** @type {Record<string, string>} */
const NAMES = { ours: 'mixed blocks, 250 ms ahead', ahead: '25 ms tick, 100 ms ahead', timeout: 'setTimeout, then play now' };

/** @typedef {{ onsets: number[], planned: number | null, late: number }} Heard */

const milliseconds = (/** @type {number} */ samples) => (samples / 44.1).toFixed(2);
/** @param {number[]} sorted @param {number} share */
const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

/**
 * How far each hit is from its plan, in samples. Where the way has no plan on the audio clock, the one that fits it best.
 * Hits that melt into others are missing: each onset belongs to the planned hit that is nearest. @param {Heard} heard
 */
function errorsOf({ onsets, planned }) {
  const offsets = onsets.map((onset, i) => onset - i * STEP).sort((a, b) => a - b);
  const origin = planned ?? quantile(offsets, 0.5);
  return onsets.map((onset) => Math.abs(onset - origin - Math.round((onset - origin) / STEP) * STEP)).sort((a, b) => a - b);
}

const modules = buildModule('bench_onsets', 'onsets');
const site = await serveFound((name) => {
  if (name === 'page.html') return pageOf('page.mjs');
  if (name === 'page.mjs') return { file: path.join(root, 'bench/onsets/page.mjs') };
  if (name === 'audio.mjs') return { file: path.join(root, 'web/host/audio.mjs') };
  return { file: path.join(modules, path.basename(name)) };
});
const browser = await startChromium();
try {
  for (const isLoaded of [false, true]) {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(String(error)));
    await page.goto(`${site.address}page.html`);
    await page.waitForFunction(() => 'run' in window);
    await page.mouse.click(5, 5);
    /** @type {Record<string, Heard>} */
    const told = await page.evaluate(([count, loaded]) => /** @type {any} */ (window).run(count, loaded), [hits, isLoaded]);
    console.log(`${isLoaded ? 'Frames of 11 ms, 2 % of 120 ms' : 'No load'}; error of each onset in ms, ${hits} hits`);
    for (const [name, heard] of Object.entries(told)) {
      const errors = errorsOf(heard);
      console.log(`  ${NAMES[name].padEnd(28)} median ${milliseconds(quantile(errors, 0.5)).padStart(7)}  p95 ${milliseconds(quantile(errors, 0.95)).padStart(7)}  ` +
        `max ${milliseconds(quantile(errors, 1)).padStart(7)}  heard ${heard.onsets.length}/${hits}, late ${heard.late}`);
    }
    const worst = quantile(errorsOf(told.ours), 1);
    console.log(`  goal: every hit of ours within 1 sample, none late: ${verdict(worst <= 1 && told.ours.late === 0 && told.ours.onsets.length === hits)} (${worst} samples at most)`);
    await page.close();
  }
} finally {
  await browser.close();
  site.close();
}
console.log(await conditions());
