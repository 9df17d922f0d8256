// Redrawing the same dots: our canvas against a bare WebGL 2 page, regl-scatterplot and three, in one
// Chromium, each in a page of its own, taking turns frame by frame; medians. Land, names and cards are
// off on our side. Software GL: read the ratios, not the milliseconds.
import fs from 'node:fs';
import path from 'node:path';
// @ts-ignore the peers and their bundler are installed for the bench only
import { build } from 'esbuild';
import { buildModule, cache, conditions, median, numbersOf, pageOf, root, serveFound, startChromium, timesAsLong, verdict } from './common.mjs';

const sizes = numbersOf('MEANDER_BENCH_SIZES', [10_000, 100_000, 1_000_000]);
const ratios = numbersOf('MEANDER_BENCH_RATIOS', [1, 2]);
const contenders = ['bare', 'ours', 'three', 'regl'];
/** @param {number} count */
const turnsFor = (count) => (count >= 1e6 ? 9 : count >= 1e5 ? 21 : 51);
const warm_up = 2;

/** @typedef {{ who: string, page: import('playwright-core').Page, cpu: number[], whole: number[], bytes: number, inked: number, picture: number[] }} Cell */

/** All contenders by turns in one browser. @param {string} address @param {number} count @param {number} ratio */
async function measure(address, count, ratio) {
  const browser = await startChromium();
  try {
    /** @type {Cell[]} */
    const cells = [];
    for (const who of contenders) {
      const page = await browser.newPage({ viewport: { width: 900, height: 800 } });
      page.on('pageerror', (error) => console.error(who, String(error)));
      await page.goto(`${address}${who}.html`);
      await page.evaluate(([n, dpr]) => /** @type {any} */ (window).prepare(n, dpr), [count, ratio]);
      cells.push({ who, page, cpu: [], whole: [], bytes: 0, inked: 0, picture: [] });
    }
    for (let turn = 0; turn < turnsFor(count) + warm_up; turn++) {
      for (let i = 0; i < cells.length; ++i) {
        const cell = cells[(i + turn) % cells.length];
        const step = await cell.page.evaluate((at) => /** @type {any} */ (window).step(at), turn);
        if (turn < warm_up) continue;
        cell.cpu.push(step.cpu);
        cell.whole.push(step.whole);
        cell.bytes += step.bytes;
      }
    }
    for (const cell of cells) {
      cell.inked = await cell.page.evaluate(() => /** @type {any} */ (window).inked());
      if (cell.inked < 0.01) throw new Error(`${cell.who} drew nothing at ${count}`);
    }
    return cells;
  } finally {
    await browser.close();
  }
}

const ours = buildModule('bench_map', 'map');
const scripts = new Map();
for (const who of contenders) {
  const bundle = await build({ stdin: { contents: `import { serve } from './page.mjs'; import * as how from './${who}.mjs'; serve(how);`,
    resolveDir: path.join(root, 'bench/map') }, bundle: true, minify: true, format: 'esm', target: 'es2022', write: false });
  scripts.set(`${who}.js`, bundle.outputFiles[0].text);
}
const site = await serveFound((name) => {
  if (name.endsWith('.html')) return pageOf(name.replace('.html', '.js'));
  return scripts.get(name) ?? { file: name.startsWith('fonts/') ? path.join(cache, 'third_party', name) : path.join(ours, path.basename(name)) };
});
try {
  const peers = ['regl-scatterplot', 'three'].map((name) => `${name} ${JSON.parse(fs.readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')).version}`);
  console.log(`Finished redraws of the same dots, software GL, medians of 51, 21 and 9 turns; ${peers.join(', ')}`);
  console.log('dots      DPR  who    redraw ms  × bare  ours/it  CPU ms a frame  bytes a frame  inked');
  /** @type {string[]} */
  const verdicts = [];
  for (const count of sizes) {
    for (const ratio of ratios) {
      const cells = await measure(site.address, count, ratio);
      const of = (/** @type {string} */ who) => /** @type {Cell} */ (cells.find((cell) => cell.who === who));
      const against = (/** @type {string} */ who) => timesAsLong(of('ours').whole, of(who).whole);
      for (const { who, whole, cpu, bytes, inked } of cells) {
        console.log([String(count).padEnd(9), String(ratio).padEnd(4), who.padEnd(6), median(whole).toFixed(1).padStart(9),
          timesAsLong(whole, of('bare').whole).toFixed(2).padStart(7), against(who).toFixed(2).padStart(8), median(cpu).toFixed(2).padStart(15),
          (who === 'ours' ? (bytes / whole.length).toFixed(0) : '—').padStart(14), inked.toFixed(3).padStart(6)].join(' '));
      }
      const regl = count === 100_000 ? '' : `; regl-scatterplot ${against('regl').toFixed(2)} (≤ 0.45) ${verdict(against('regl') <= 0.45)}`;
      verdicts.push(`${count} dots, DPR ${ratio}: bare ${against('bare').toFixed(2)} (≤ 1.3) ${verdict(against('bare') <= 1.3)}${regl}; ` +
        `three ${against('three').toFixed(2)} (≤ 1, and round) ${verdict(against('three') <= 1)}`);
    }
  }
  console.log(`Ours as a share of theirs, with the goals:\n  ${verdicts.join('\n  ')}`);
  console.log(await conditions());
} finally {
  site.close();
}
