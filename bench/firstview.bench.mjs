// What travels: bytes and requests of the built site before its first complete picture, in a real browser
// that takes brotli, beside Embedding Atlas' static export of the same articles; then what a query by
// meaning fetches until it is answered. Counted by the server: bodies as they were sent.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { serve } from '../tools/server.mjs';
import { conditions, median, root, startChromium, verdict } from './common.mjs';

const rounds = Number(process.env.MEANDER_BENCH_ROUNDS ?? 5);
const dist = path.join(root, 'dist');
const patience = 180_000;
// Its version 0.26.0, exported by its own command line with titles, texts, topics, places and ten
// neighbours each, served with brotli 5 (2026-11-22, two runs, identical); it draws nothing without WebGPU.
const ATLAS = { bytes: 12_380_000, requests: 14 };
const QUERY = 'a hot drink in the morning';

/**
 * The site behind a line of 16 Mbit/s, so that what is asked for and what has arrived are not the same; bodies in the order
 * they were asked for. @param {string} behind the site's address
 * @returns {Promise<{ address: string, arrived: Map<string, number>, close: () => void }>}
 */
function slowLine(behind) {
  const bytes_per_tick = 20_000, tick_ms = 10;
  /** @type {{ name: string, response: http.ServerResponse, rest: Buffer | null }[]} */
  const queue = [];
  /** @type {Map<string, number>} */
  const arrived = new Map();
  const clock = setInterval(() => {
    for (let left = bytes_per_tick; left > 0 && queue.length > 0 && queue[0].rest;) {
      const { name, response, rest } = queue[0];
      const part = rest.subarray(0, left);
      left -= part.length;
      arrived.set(name, (arrived.get(name) ?? 0) + part.length);
      queue[0].rest = rest.subarray(part.length);
      response.write(part);
      if (queue[0].rest.length === 0) { response.end(); queue.shift(); }
    }
  }, tick_ms);
  const server = http.createServer((request, response) => {
    const entry = { name: request.url ?? '/', response, rest: /** @type {Buffer | null} */ (null) };
    queue.push(entry);
    http.get(new URL(entry.name, behind), { headers: { 'accept-encoding': request.headers['accept-encoding'] ?? '' } }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      /** @type {Buffer[]} */
      const pieces = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.on('end', () => { entry.rest = Buffer.concat(pieces); });
    }).on('error', () => response.destroy());
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({
    address: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`,
    arrived,
    close: () => { clearInterval(clock); server.closeAllConnections(); server.close(); },
  })));
}

/** @param {import('playwright-core').Browser} browser @param {string} page_name @param {boolean} asks */
async function visit(browser, page_name, asks) {
  const { server, address: near } = await serve(dist, { port: 0 });
  const line = asks ? await slowLine(near) : null;
  const address = line?.address ?? near;
  /** @type {{ name: string, bytes: number }[]} */
  const sent = [];
  server.on('request', (request, response) => {
    const entry = { name: new URL(request.url ?? '/', 'http://x').pathname, bytes: 0 };
    sent.push(entry);
    response.on('finish', () => { entry.bytes = Number(response.getHeader('Content-Length') ?? 0); });
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const begun = performance.now();
    await page.goto(`${address}${page_name}`);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    const ready_ms = performance.now() - begun;
    const first = { requests: sent.length, bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0), ready_ms };
    if (!asks) return { first, query: null };
    await page.waitForTimeout(500);
    line?.arrived.clear();
    await page.locator('.segment', { hasText: 'Meaning' }).click();
    await page.locator('.search input').fill(QUERY);
    await page.locator('.results .result .number').first().waitFor();
    const total = (/** @type {string} */ part) => [...line?.arrived ?? []].filter(([name]) => name.includes(part)).reduce((sum, [, bytes]) => sum + bytes, 0);
    const query = { model: total('/model/'), all: total('/'),
      titles: (await page.locator('.results .result a').allTextContents()).slice(0, 3) };
    return { first, query };
  } finally {
    await context.close();
    line?.close();
    server.closeAllConnections();
    server.close();
  }
}

const pages = fs.readdirSync(dist).filter((name) => name.endsWith('.html') && !['credits.html', 'embed.html'].includes(name) &&
  fs.readFileSync(path.join(dist, name), 'utf8').includes('type="application/json"'));
const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(3);
const weight = (/** @type {RegExp} */ name) => fs.readdirSync(path.join(dist, 'a')).filter((file) => name.test(file)).map((file) => fs.statSync(path.join(dist, 'a', file)).size)[0];
const browser = await startChromium();
try {
  console.log(`Before the first complete picture, as it travels (medians of ${rounds} visits with nothing kept)`);
  console.log('                         requests      MB   Atlas is ×   goal           ready ms');
  console.log(`${'Embedding Atlas 0.26.0'.padEnd(24)} ${String(ATLAS.requests).padStart(8)} ${megabytes(ATLAS.bytes).padStart(7)}   ${'1.0'.padStart(10)}   recorded 2026-11-22, no map without WebGPU`);
  for (const name of pages) {
    const visits = [];
    for (let turn = 0; turn < rounds; ++turn) visits.push((await visit(browser, name, false)).first);
    const bytes = median(visits.map((one) => one.bytes)), requests = median(visits.map((one) => one.requests));
    console.log(`${name.padEnd(24)} ${String(requests).padStart(8)} ${megabytes(bytes).padStart(7)} ${(ATLAS.bytes / bytes).toFixed(1).padStart(12)}   ≤ 1.2 ${verdict(bytes <= 1_200_000).padEnd(6)} ${median(visits.map((one) => one.ready_ms)).toFixed(0).padStart(10)}`);
  }
  const app = weight(/^app_ideas-.*\.wasm\.br$/), engine = weight(/^engine-.*\.wasm\.br$/);
  console.log(`app.wasm ${(app / 1000).toFixed(0)} kB (≤ 420 ${verdict(app <= 420_000)}); engine.wasm ${(engine / 1000).toFixed(0)} kB (≤ 80 ${verdict(engine <= 80_000)}), not needed for it; brotli 11`);
  const { query } = await visit(browser, 'ideas.html', true);
  if (query) {
    console.log(`Until "${QUERY}" is answered by meaning (${query.titles.join(', ')}), over 16 Mbit/s: ${megabytes(query.model)} MB of the encoder's weights ` +
      `(≤ 12.5 ${verdict(query.model <= 12_500_000)}), ${megabytes(query.all - query.model)} MB of engine and the articles' vectors`);
  }
  console.log(await conditions());
} finally {
  await browser.close();
}
