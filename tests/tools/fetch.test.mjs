// Downloads: what arrives is used only when it is what was pinned; a broken, wrong, refused or killed
// download is one sentence and leaves nothing that could be taken for the real thing.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const fetcher = path.join(project, 'tools/fetch_archive.py');
const bytes = Buffer.alloc(300000, 'meander');
const sha256 = crypto.createHash('sha256').update(bytes).digest('hex');
const final = `thing-1.0-${sha256.slice(0, 12)}`;
/** How the index behaves: whole, wrong, broken, slow, garbled or gone. */
let manner = 'whole';
const index = http.createServer((request, response) => {
  if (manner === 'gone') { response.writeHead(404); return void response.end(); }
  if (request.url?.startsWith('/@some%2fthing')) {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    return void response.end(JSON.stringify({ versions: { '1.0': { dist: { tarball: `${address.replace('/simple', '')}/thing.tgz` } } } }));
  }
  if (request.url?.startsWith('/simple/thing/')) {
    response.writeHead(200, { 'Content-Type': manner === 'garbled' ? 'application/vnd.pypi.simple.v1+json' : 'text/html' });
    return void response.end(manner === 'garbled' ? '{"files": [' : `<a href="/other.zip#sha256=${'0'.repeat(64)}">other</a> <a href="/thing.zip#sha256=${sha256}">thing</a>`);
  }
  response.writeHead(200, { 'Content-Length': bytes.length });
  if (manner === 'broken') { response.write(bytes.subarray(0, 1000)); return void setTimeout(() => response.destroy(), 50); }
  if (manner === 'slow') return void response.write(bytes.subarray(0, 200000));
  response.end(manner === 'wrong' ? Buffer.alloc(bytes.length, 'x') : bytes);
});
let address = '';
before(() => new Promise((done) => {
  index.listen(0, '127.0.0.1', () => {
    address = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (index.address()).port}/simple`;
    done(undefined);
  });
}));
after(() => { index.closeAllConnections(); index.close(); });

/** @param {string} folder @param {string} [pinned] */
function start(folder, pinned = sha256) {
  return spawn('python3', [fetcher, 'thing', '1.0', pinned, folder],
    { env: { ...process.env, PIP_INDEX_URL: address, no_proxy: '*' }, stdio: ['ignore', 'pipe', 'pipe'] });
}
/** @param {string} how @param {string} folder @param {string} [pinned] @returns {Promise<{ status: number | null, stdout: string, stderr: string }>} */
function fetchThing(how, folder, pinned) {
  manner = how;
  const program = start(folder, pinned);
  let [stdout, stderr] = ['', ''];
  program.stdout.on('data', (part) => { stdout += part; });
  program.stderr.on('data', (part) => { stderr += part; });
  return new Promise((done) => { program.on('close', (status) => done({ status, stdout, stderr })); });
}
const fresh = () => fs.mkdtempSync(path.join(os.tmpdir(), 'meander-fetch-'));

test('a whole download is kept under its final name, and is not fetched twice', async (t) => {
  const folder = fresh();
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const got = await fetchThing('whole', folder);
  assert.deepEqual(got, { status: 0, stdout: `${path.join(folder, final)}\n`, stderr: '' });
  assert.ok(fs.readFileSync(path.join(folder, final)).equals(bytes));
  assert.equal((await fetchThing('gone', folder)).stdout, got.stdout);
});

test('what is not what was pinned is one sentence and leaves nothing', async (t) => {
  for (const [how, sentence] of /** @type {[string, RegExp][]} */ ([
    ['wrong', /^meander: thing 1\.0 arrived with the sha256 [0-9a-f]{64}, not the pinned one; nothing of it was used\.$/],
    ['broken', /^meander: thing could not be fetched: .*Is there a network\?$/],
    ['garbled', /^meander: thing could not be fetched: .*Is there a network\?$/],
    ['gone', /^meander: thing could not be fetched: .* answers 404 Not Found\.$/],
  ])) {
    const folder = fresh();
    t.after(() => fs.rmSync(folder, { recursive: true }));
    const { status, stdout, stderr } = await fetchThing(how, folder);
    assert.match(stderr.trim(), sentence);
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.deepEqual(fs.readdirSync(folder), []);
  }
  const folder = fresh();
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const unknown = await fetchThing('whole', folder, 'f'.repeat(64));
  assert.match(unknown.stderr.trim(), /^meander: the index .* has no file of thing 1\.0 with the pinned sha256; nothing was fetched\.$/);
  assert.equal(unknown.status, 1);
});

test('killed in the middle and started again it finishes, and half a file is never the final one', async (t) => {
  const folder = fresh();
  t.after(() => fs.rmSync(folder, { recursive: true }));
  manner = 'slow';
  const program = start(folder);
  while (!fs.existsSync(path.join(folder, `${final}.partial`))) {
    assert.equal(program.exitCode, null);
    await new Promise((done) => { setTimeout(done, 20); });
  }
  program.kill('SIGKILL');
  await new Promise((done) => { program.on('close', done); });
  assert.deepEqual(fs.readdirSync(folder), [`${final}.partial`]);
  assert.equal((await fetchThing('whole', folder)).status, 0);
  assert.deepEqual(fs.readdirSync(folder), [final]);
  assert.ok(fs.readFileSync(path.join(folder, final)).equals(bytes));
});

test('a folder that cannot be made is one sentence', async () => {
  const { status, stderr } = await fetchThing('whole', '/dev/null/downloads');
  assert.match(stderr.trim(), /^meander: the folder \/dev\/null\/downloads cannot be made: .*\.$/);
  assert.equal(status, 1);
});

test('npm’s packages are fetched by name and version and held to the pinned sha256', async (t) => {
  const folder = fresh();
  t.after(() => fs.rmSync(folder, { recursive: true }));
  /** @param {string} version @param {string} pinned @returns {Promise<{ status: number | null, stdout: string, stderr: string }>} */
  const fetchPackage = (version, pinned) => {
    manner = 'whole';
    const program = spawn('python3', [fetcher, 'npm:@some/thing', version, pinned, folder],
      { env: { ...process.env, npm_config_registry: address.replace('/simple', ''), no_proxy: '*' }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    program.stdout.on('data', (part) => { stdout += part; });
    program.stderr.on('data', (part) => { stderr += part; });
    return new Promise((done) => { program.on('close', (status) => done({ status, stdout, stderr })); });
  };
  const good = await fetchPackage('1.0', sha256);
  assert.deepEqual(good, { status: 0, stdout: `${path.join(folder, `some-thing-1.0-${sha256.slice(0, 12)}`)}\n`, stderr: '' });
  const other = await fetchPackage('1.0', '0'.repeat(64));
  assert.equal(other.status, 1);
  assert.match(other.stderr, /arrived with the sha256 .*, not the pinned one/);
  const missing = await fetchPackage('2.0', sha256);
  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /has no @some\/thing 2\.0/);
  assert.deepEqual(fs.readdirSync(folder), [`some-thing-1.0-${sha256.slice(0, 12)}`]);
});
