// The little server: right types, brotli when it is taken, ranges, nothing outside its folder, the
// next port when one is taken, and it outlives whatever it is asked.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
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

test('what is said and no file is said anew each time, and kept by nobody', async () => {
  let count = 0;
  const talking = await serve(folder, { port: 0, sayings: { '/coming.json': () => ({ count: ++count }) } });
  for (const expected of [1, 2]) {
    const answer = await fetch(talking.address + 'coming.json');
    assert.deepEqual(await answer.json(), { count: expected });
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('content-type'), 'application/json; charset=utf-8');
  }
  assert.equal((await fetch(talking.address + 'constructor')).status, 404);
  assert.equal((await ask('coming.json')).status, 404);
  talking.server.closeAllConnections();
  talking.server.close();
});

test('a name too long and a visitor who leaves early do no harm', async () => {
  assert.equal((await ask('a'.repeat(5000))).status, 404);
  assert.equal((await ask('%00')).status, 404);
  assert.equal((await ask('index.html/below')).status, 404);
  const early = http.get(site.address + 'app-0123456789ab.wasm');
  early.on('error', () => {});
  early.on('response', (answer) => answer.destroy());
  await new Promise((done) => { early.on('close', done); });
  assert.equal((await ask('')).status, 200);
});

test('as a program it says that a port is taken, takes the next and prints only the address', async () => {
  const program = spawn('node', [path.join(project, 'tools/server.mjs'), folder, '--port', String(site.port)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, complained] = ['', ''];
  program.stderr.on('data', (part) => { complained += part; });
  await new Promise((done) => { program.stdout.on('data', (part) => { said += part; if (said.endsWith('\n')) done(null); }); });
  assert.match(said, /^http:\/\/127\.0\.0\.1:\d+\/\n$/);
  const port = Number(said.split(':')[2].slice(0, -2));
  assert.ok(port > site.port);
  assert.match(complained, new RegExp(`^Port ${site.port} is taken; trying ${site.port + 1}\\.\\n`));
  program.kill();
});

test('what the server cannot do is one sentence', () => {
  for (const [words, sentence] of /** @type {[string[], string][]} */ ([
    [['--port', 'x'], '"x" is not a port number.'], [['--port'], '"" is not a port number.'],
    [['--port', '70000'], '"70000" is not a port number.'], [['--host'], '--host needs an address.'],
    [['--host', '203.0.113.7'], 'this machine has no address 203.0.113.7.'], [['other'], '"other" is not understood; node tools/server.mjs FOLDER [--port N] [--host ADDRESS].'],
  ])) {
    const server = spawnSync('node', [path.join(project, 'tools/server.mjs'), folder, ...words], { encoding: 'utf8', timeout: 120_000 });
    assert.equal(server.stderr.trim(), `meander: ${sentence}`);
    assert.equal(server.status, 1);
    assert.equal(server.stdout, '');
  }
  const nowhere = spawnSync('node', [path.join(project, 'tools/server.mjs'), path.join(folder, 'nowhere')], { encoding: 'utf8' });
  assert.match(nowhere.stderr, /^meander: there is no folder .*nowhere to serve\.$/m);
});
