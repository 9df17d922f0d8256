// The little server: right types, brotli when it is taken, ranges, nothing outside its folder, the
// next port when one is taken. And a download with the wrong hash is never used.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { fileFor, rangeOf, serve } from '../../tools/server.mjs';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-server-'));
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => {
  fs.writeFileSync(path.join(folder, 'index.html'), '<p>hello</p>');
  fs.writeFileSync(path.join(folder, 'app-0123456789ab.wasm'), 'wasm bytes');
  fs.writeFileSync(path.join(folder, 'app-0123456789ab.wasm.br'), zlib.brotliCompressSync('wasm bytes'));
  fs.writeFileSync(path.join(folder, '.secret'), 'no');
  site = await serve(folder, { port: 0 });
});
after(() => {
  site.server.closeAllConnections();
  site.server.close();
});

/** @param {string} name @param {http.OutgoingHttpHeaders} [headers] @param {string} [method] @returns {Promise<{ status: number, headers: http.IncomingHttpHeaders, body: Buffer }>} */
const ask = (name, headers = {}, method = 'GET') => new Promise((done, fail) => {
  http.request(site.address + name, { headers, method }, (answer) => {
    /** @type {Buffer[]} */
    const parts = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
  }).on('error', fail).end();
});

test('the folder itself gives its index, open to every origin', async () => {
  const answer = await ask('');
  assert.equal(answer.status, 200);
  assert.equal(answer.body.toString(), '<p>hello</p>');
  assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  assert.equal(answer.headers['cache-control'], 'no-cache');
});

test('brotli goes to who takes it, hashed names are kept for ever', async () => {
  const packed = await ask('app-0123456789ab.wasm', { 'accept-encoding': 'gzip, br' });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(zlib.brotliDecompressSync(packed.body).toString(), 'wasm bytes');
  assert.equal(packed.headers['content-type'], 'application/wasm');
  assert.match(String(packed.headers['cache-control']), /immutable/);
  const plain = await ask('app-0123456789ab.wasm');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.body.toString(), 'wasm bytes');
});

test('ranges, HEAD, what is not there and what is not asked so', async () => {
  const part = await ask('app-0123456789ab.wasm', { range: 'bytes=2-4' });
  assert.equal(part.status, 206);
  assert.equal(part.body.toString(), 'sm ');
  assert.equal(part.headers['content-range'], 'bytes 2-4/10');
  assert.equal((await ask('app-0123456789ab.wasm', { range: 'bytes=99-' })).status, 416);
  assert.equal((await ask('', {}, 'HEAD')).body.length, 0);
  assert.equal((await ask('nothing')).status, 404);
  assert.equal((await ask('', {}, 'POST')).status, 405);
  assert.deepEqual(rangeOf('bytes=-3', 10), [7, 9]);
  assert.equal(rangeOf('pages=1', 10), null);
});

test('nothing outside the folder, nothing hidden', () => {
  for (const name of ['/../etc/passwd', '/%2e%2e/etc/passwd', '/..%2fetc/passwd', '/a/../../x', '/.secret', '/a\\..\\x', '/%00', '/%E0%A4%A']) {
    const file = fileFor(folder, name);
    assert.ok(file === null || file.startsWith(folder + path.sep), name);
    if (file) assert.ok(!fs.existsSync(file), name);
  }
});

test('a taken port makes it try the next one', async () => {
  const port = site.port;
  const other = await serve(folder, { port });
  assert.ok(other.port > port);
  other.server.close();
});

test('an archive with another hash is refused with a sentence and leaves nothing', () => {
  const target = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-fetch-'));
  const result = spawnSync('python3', [path.join(project, 'tools/fetch_archive.py'), 'no-such-package-of-meander', '1.0', 'f'.repeat(64), target],
    { encoding: 'utf8', env: { ...process.env, PIP_INDEX_URL: site.address + 'simple', PIP_CONFIG_FILE: '/dev/null' } });
  assert.notEqual(result.status, 0);
  assert.match(result.stderr, /^meander: /m);
  assert.deepEqual(fs.readdirSync(target), []);
});

test('an unknown verb and a bad port are one sentence each', () => {
  const server = spawnSync('node', [path.join(project, 'tools/server.mjs'), folder, '--port', 'x'], { encoding: 'utf8' });
  assert.equal(server.status, 1);
  assert.equal(server.stderr.trim(), 'meander: "x" is not a port number.');
});
