// Redrawing the same dots: our canvas against a bare WebGL 2 page, regl-scatterplot and three, in one
// Chromium, each in a page of its own, taking turns frame by frame; medians. Land, names and cards are
// off on our side. Software GL: read the ratios, not the milliseconds.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
// @ts-ignore the peers and their bundler are installed for the bench only
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
const sizes = (process.env.MEANDER_BENCH_SIZES ?? '10000,100000,1000000').split(',').map(Number);
const ratios = [1, 2];
const contenders = ['bare', 'ours', 'three', 'regl'];
/** @param {number} count */
const turnsFor = (count) => (count >= 1e6 ? 7 : count >= 1e5 ? 21 : 51);
/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function buildOurs() {
  const env = { ...process.env };
  for (const line of fs.readFileSync(path.join(cache, 'toolchain.env'), 'utf8').split(/\s+/)) {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    if (name) env[name] = value;
  }
  const folder = path.join(root, 'build/web');
  execFileSync('cmake', ['-S', root, '-B', folder, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Release',
    `-DCMAKE_TOOLCHAIN_FILE=${path.join(root, 'emscripten.cmake')}`], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('ninja', ['-C', folder, 'bench_map'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return path.join(folder, 'bench/map');
}

/** Serves the pages, our module and the faces. @param {string} moduleFolder @param {Map<string, string>} scripts */
function serve(moduleFolder, scripts) {
  const server = http.createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://x').pathname.slice(1);
    /** @type {Record<string, string>} */
    const kinds = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };
    response.setHeader('Content-Type', kinds[path.extname(name)] ?? 'application/octet-stream');
    const script = scripts.get(name);
    if (script !== undefined) return response.end(script);
    if (name.endsWith('.html')) {
      return response.end(`<!doctype html><title>bench</title><body style="margin:0"><canvas id="canvas"></canvas><script type="module" src="/${name.replace('.html', '.js')}"></script>`);
    }
    const file = name.startsWith('fonts/') ? path.join(cache, 'third_party', name) : path.join(moduleFolder, path.basename(name));
    if (!fs.existsSync(file)) return response.writeHead(404).end();
    return response.end(fs.readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** All contenders by turns in one browser. @param {string} address @param {number} count @param {number} ratio */
async function measure(address, count, ratio) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking',
      '--disable-renderer-backgrounding', '--disable-background-timer-throttling'] });
  try {
    const cells = [];
    for (const who of contenders) {
      const page = await browser.newPage({ viewport: { width: 900, height: 800 } });
      page.on('pageerror', (error) => console.error(who, String(error)));
      await page.goto(`${address}${who}.html`);
      await page.evaluate(([n, dpr]) => /** @type {any} */ (window).prepare(n, dpr), [count, ratio]);
      cells.push({ who, page, cpu: /** @type {number[]} */ ([]), whole: /** @type {number[]} */ ([]), bytes: 0, inked: 0 });
    }
    const warm_up = 2;
    for (let turn = 0; turn < turnsFor(count) + warm_up; turn++) {
      for (const cell of cells) {
        const step = await cell.page.evaluate((i) => /** @type {any} */ (window).step(i), turn);
        if (turn < warm_up) continue;
        cell.cpu.push(step.cpu);
        cell.whole.push(step.whole);
        cell.bytes = step.bytes;
      }
    }
    for (const cell of cells) cell.inked = await cell.page.evaluate(() => /** @type {any} */ (window).inked());
    return cells;
  } finally {
    await browser.close();
  }
}

const scripts = new Map();
for (const who of contenders) {
  const bundle = await build({ stdin: { contents: `import { serve } from './page.mjs'; import * as how from './${who}.mjs'; serve(how);`,
    resolveDir: path.join(root, 'bench/map') }, bundle: true, minify: true, format: 'esm', target: 'es2022', write: false });
  scripts.set(`${who}.js`, bundle.outputFiles[0].text);
}
const server = await serve(buildOurs(), scripts);
const address = `http://127.0.0.1:${server.address().port}/`;
console.log('dots      DPR  who    redraw ms  × bare  our or their CPU ms  bytes a frame  inked');
for (const count of sizes) {
  for (const ratio of ratios) {
    const cells = await measure(address, count, ratio);
    const bare = median(cells[0].whole);
    for (const { who, whole, cpu, bytes, inked } of cells) {
      if (inked < 0.01) throw new Error(`${who} drew nothing at ${count}`);
      console.log([String(count).padEnd(9), String(ratio).padEnd(4), who.padEnd(6), median(whole).toFixed(1).padStart(9),
        (median(whole) / bare).toFixed(2).padStart(7), median(cpu).toFixed(2).padStart(20), String(bytes).padStart(14),
        inked.toFixed(3).padStart(6)].join(' '));
    }
  }
}
server.close();
