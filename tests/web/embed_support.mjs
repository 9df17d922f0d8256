// Pages of other people that frame ours: on another origin, with the policies that such places have. What the tests of
// three engines share.
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { serve } from '../../tools/server.mjs';
import { after } from 'node:test';
import { PATIENCE, dist, startHost, until } from './support.mjs';

export const ROOMS = ['ideas', 'sentences', 'inside', 'sounds', 'pictures', 'drawings'];

/** What a strict site lets ours do; docs/embedding.md says the same, and why the host is named beside 'self'. */
export const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' blob:; worker-src 'self' blob:; style-src 'self'; font-src 'self'; " +
  "img-src 'self' blob: data:; connect-src 'self'; form-action 'none'; base-uri 'none'; report-uri /csp-report";

/** The ways a figure stands in somebody's page. */
export const WAYS = [
  { name: 'a plain frame', sandbox: null },
  { name: 'allow-scripts', sandbox: 'allow-scripts' },
  { name: 'allow-scripts allow-same-origin', sandbox: 'allow-scripts allow-same-origin' },
  { name: 'a strict policy', sandbox: 'allow-scripts', isStrict: true },
  { name: 'behind a path', sandbox: 'allow-scripts', path: 'some/where/' },
];

/** @param {http.Server} server @returns {Promise<number>} */
const listening = (server) => new Promise((done) => {
  server.listen(0, '127.0.0.1', () => done(/** @type {import('node:net').AddressInfo} */ (server.address()).port));
});

/** The site as strict places serve it, and how often a browser reported something. @param {string} site */
async function startStrict(site) {
  /** @type {string[]} */
  const reports = [];
  const server = http.createServer((request, response) => {
    if (request.url === '/csp-report') {
      request.on('data', (part) => reports.push(String(part)));
      response.writeHead(204).end();
      return;
    }
    http.get(new URL(request.url ?? '/', site), { headers: { ...request.headers, host: new URL(site).host } }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, { ...answer.headers, 'content-security-policy': STRICT.replaceAll("'self'", `'self' http://${request.headers.host}`) });
      answer.pipe(response);
    });
  });
  return { address: `http://127.0.0.1:${await listening(server)}/`, reports, close: () => { server.closeAllConnections(); server.close(); } };
}

/**
 * The site by all its ways, and a page of somebody else's that frames it: `pageOf(way, query)` is that page's address.
 */
export async function startPlaces() {
  const plain = await serve(dist, { port: 0 });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-embed-'));
  fs.mkdirSync(path.join(folder, 'some'));
  fs.symlinkSync(dist, path.join(folder, 'some/where'));
  const prefixed = await serve(folder, { port: 0 });
  const strict = await startStrict(plain.address);
  const host = await startHost((request, response) => {
    const { searchParams: asked } = new URL(request.url ?? '/', 'http://x');
    const frame = asked.get('frame') ?? '';
    const sandbox = asked.get('sandbox');
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...(asked.get('strict') &&
      { 'Content-Security-Policy': `default-src 'none'; frame-src ${new URL(frame).origin}; style-src 'self'` }) });
    response.end(`<!doctype html><html lang="en"><title>Somebody’s page</title><body><p><a href="#before">before</a></p>
<iframe title="A figure" ${sandbox === null ? '' : `sandbox="${sandbox}"`} src="${frame.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" width="600" height="400"></iframe>
<p><a id="after" href="#after">after</a></p>${'<p>More of the article.</p>'.repeat(80)}</body></html>`);
  });
  return {
    site: plain.address,
    reports: strict.reports,
    /** @param {typeof WAYS[number]} way @param {string} query of embed.html, with its fragment */
    pageOf(way, query) {
      const root = way.isStrict ? strict.address : way.path ? prefixed.address + way.path : plain.address;
      const page = new URL(host.address);
      page.searchParams.set('frame', `${root}embed.html?${query}`);
      if (way.sandbox) page.searchParams.set('sandbox', way.sandbox);
      if (way.isStrict) page.searchParams.set('strict', '1');
      return page.href;
    },
    close() {
      host.close();
      for (const server of [plain.server, prefixed.server]) {
        server.closeAllConnections();
        server.close();
      }
      strict.close();
      fs.rmSync(folder, { recursive: true });
    },
  };
}

/** What one does first in a room's figure, by the element to press and the element that is then another. */
export const FIRST_ACTION = {
  ideas: { press: '.play-button', reads: '.figure-fact' },
  sentences: { press: '.play-button', reads: '.where' },
  inside: { press: '[data-press="layer"][data-argument="6"]', reads: '.rail-stop[aria-current]' },
  sounds: { press: '.play-button', reads: '.play-button' },
  pictures: { press: '[data-press="layer"][data-argument="6"]', reads: '.rail-stop[aria-current]' },
  drawings: { press: '[data-press="layer"][data-argument="6"]', reads: '.rail-stop[aria-current]' },
};

/** A view of somebody's own. */
export const OWN_STATE = { ideas: 'ideas.AQEBAIAwdRcEnv74NABMjZ1aAe01inQBvy9x3wIDNP4' };

/**
 * Somebody's page with one component, `m1`, a caption that shows OWN_STATE in it, and a link with a picture inside;
 * closed after the last test of the file. `with(attributes)` is its address. @param {string} site
 */
export async function figurePage(site) {
  const host = await startHost((request, response) => {
    const attributes = new URL(request.url ?? '/', 'http://x').searchParams.get('with') ?? '';
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="en"><title>Somebody’s page</title><script type="module" src="${site}element.js"></script>
<body><p><a id="caption" data-figure="m1" href="${site}ideas.html#${OWN_STATE.ideas}">the fourth hop</a></p>
<meander-figure id="m1" ${attributes}><a href="${site}ideas.html"><img src="${site}a/nothing.png" alt="A map"></a></meander-figure></html>`);
  });
  after(() => host.close());
  return { with: (/** @type {string} */ attributes) => `${host.address}?with=${encodeURIComponent(attributes)}` };
}

/** Until figure `m1` is so. @param {import('playwright-core').Page} page @param {string} is */
export const condition = (page, is) => page.waitForFunction((wanted) => /** @type {any} */ (document.getElementById('m1'))?.is === wanted, is, { timeout: PATIENCE });

/** Whether a press on a poster was heard, of which it says so at once; to run in the frame. */
export const isTaken = () => ['starting', 'ready'].some((name) => name in document.documentElement.dataset);

/**
 * Presses a figure's picture until it starts. Chromium takes no press into another site's frame that has moved a moment
 * ago, as one does that has just told its height; a reader presses again. @param {import('playwright-core').FrameLocator} frame
 */
export const pressPicture = (frame) => until(async () => {
  await frame.locator('body').click({ position: { x: 300, y: 120 } });
  return frame.locator('html').evaluate(isTaken);
}, 'a press on the picture is taken');
