// docs/hosting.md against the servers it is for: each snippet is taken out of the page as it stands, the server
// is run with it, and a file of every kind is asked for. Our own small server must do the same. Where a server
// is not installed its test says so; MEANDER_SERVERS names a folder into which Debian's packages were unpacked.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import zlib from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { serve } from '../../tools/server.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const page = fs.readFileSync(path.join(root, 'docs/hosting.md'), 'utf8');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-hosting-'));
const dist = path.join(folder, 'dist');
const unpacked = process.env.MEANDER_SERVERS ?? '';

/** @type {Record<string, string>} by ending: what a browser must be told */
const TYPES = { html: 'text/html', css: 'text/css', mjs: 'text/javascript', wasm: 'application/wasm', meander: 'application/octet-stream',
  bin: 'application/octet-stream', svg: 'image/svg+xml', ttf: 'font/ttf', woff2: 'font/woff2', webp: 'image/webp', json: 'application/json' };
const HASHED = '0123456789ab';

before(() => {
  fs.chmodSync(folder, 0o755);
  fs.mkdirSync(path.join(dist, 'a'), { recursive: true });
  for (const end of Object.keys(TYPES)) {
    for (const name of [`plain.${end}`, `a/thing-${HASHED}.${end}`]) {
      const text = Buffer.from(`${name} `.repeat(200));
      fs.writeFileSync(path.join(dist, name), text);
      if (!['woff2', 'webp'].includes(end)) fs.writeFileSync(path.join(dist, `${name}.br`), zlib.brotliCompressSync(text));
    }
  }
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** @param {string} kind */
function snippet(kind) {
  const found = new RegExp(`\`\`\`${kind}\n([^]*?)\n\`\`\``).exec(page);
  assert.ok(found, `docs/hosting.md has a snippet for ${kind}`);
  return found[1].replaceAll('/srv/meander/dist', dist);
}

/** @param {string} name */
function programOf(name) {
  const places = [...(unpacked ? ['usr/sbin', 'usr/bin'].map((place) => path.join(unpacked, place)) : []), ...(process.env.PATH ?? '').split(':'), '/usr/sbin'];
  return places.map((place) => path.join(place, name)).find((file) => fs.existsSync(file));
}

/** @param {string} address @param {Record<string, string>} headers @returns {Promise<{ status: number, headers: http.IncomingHttpHeaders, body: Buffer }>} */
const ask = (address, headers = {}) => new Promise((done, fail) => {
  http.get(address, { headers, agent: false }, (response) => {
    /** @type {Buffer[]} */
    const parts = [];
    response.on('data', (part) => parts.push(part));
    response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
  }).on('error', fail);
});

/** What this page asks of a host. @param {string} address of the folder @param {{ policy: boolean }} wanted */
async function assertHosts(address, { policy }) {
  for (const [end, type] of Object.entries(TYPES)) {
    for (const name of [`plain.${end}`, `a/thing-${HASHED}.${end}`]) {
      for (const brotli of [true, false]) {
        const got = await ask(address + name, brotli ? { 'Accept-Encoding': 'gzip, br' } : {});
        const what = `${name}, ${brotli ? 'with' : 'without'} brotli`;
        assert.equal(got.status, 200, what);
        assert.equal(String(got.headers['content-type']).split(';')[0], type, what);
        assert.equal(got.headers['access-control-allow-origin'], '*', what);
        assert.equal(got.headers['cross-origin-resource-policy'], 'cross-origin', what);
        assert.match(String(got.headers['cache-control']), name.includes(HASHED) ? /immutable/ : /^no-cache$/, what);
        assert.equal(got.headers['x-frame-options'], undefined, what);
        const isPacked = brotli && !['woff2', 'webp'].includes(end);
        assert.equal(got.headers['content-encoding'], isPacked ? 'br' : undefined, what);
        const text = isPacked ? zlib.brotliDecompressSync(got.body) : got.body;
        assert.ok(text.equals(fs.readFileSync(path.join(dist, name))), what);
        if (policy) assert.match(String(got.headers['content-security-policy']), /default-src 'none'; script-src 'self' 'wasm-unsafe-eval' blob: https?:\/\/.*connect-src 'self' https?:\/\//, what);
      }
    }
  }
  assert.equal((await ask(`${address}nothing.html`)).status, 404);
}

/** @returns {Promise<number>} */
const freePort = () => new Promise((done) => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = /** @type {net.AddressInfo} */ (server.address());
    server.close(() => done(port));
  });
});

/** @param {string} program @param {string[]} words @param {number} port @param {NodeJS.ProcessEnv} env @param {() => Promise<void>} use */
async function running(program, words, port, env, use) {
  const child = spawn(program, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (text) => { said += text; });
  child.stderr.on('data', (text) => { said += text; });
  let ended = false;
  const gone = new Promise((done) => { child.on('exit', () => { ended = true; done(undefined); }); });
  try {
    while (!await ask(`http://127.0.0.1:${port}/`).then(() => true, () => false)) {
      assert.ok(!ended, `${path.basename(program)} ended: ${said}`);
      await new Promise((done) => { setTimeout(done, 50); });
    }
    await use();
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}

test('our own small server does what a host should', async () => {
  const { server, address } = await serve(dist, { port: 0 });
  try {
    await assertHosts(address, { policy: false });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

const nginx = programOf('nginx');
const modules = unpacked ? path.join(unpacked, 'usr/lib/nginx/modules/') : '/usr/lib/nginx/modules/';
const hasBrotli = fs.existsSync(path.join(modules, 'ngx_http_brotli_static_module.so'));
test('nginx', { skip: nginx && hasBrotli ? false : `nginx${nginx ? '’s module for Brotli' : ''} is not installed here` }, async () => {
  const text = snippet('nginx');
  const [, load] = /^(load_module [^\n]*)$/m.exec(text) ?? ['', ''];
  const map = /^map [^]*?^\}/m.exec(text)?.[0] ?? '';
  const location = text.slice(text.indexOf('location '));
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  fs.writeFileSync(path.join(folder, 'nginx.conf'), `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.err; ${user}
${load.replace('modules/', modules)}
events {} http { access_log off; ${temporary}
${map}
server { listen 127.0.0.1:${port};
${location}
} }`);
  await running(/** @type {string} */ (nginx), ['-c', path.join(folder, 'nginx.conf'), '-p', folder], port, {}, () => assertHosts(`http://127.0.0.1:${port}/meander/`, { policy: true }));
});

const apache = programOf('apache2');
test('Apache', { skip: apache ? false : 'apache2 is not installed here' }, async () => {
  const port = await freePort();
  const modules = ['mpm_event', 'authz_core', 'headers', 'mime', 'rewrite', 'dir', 'alias'];
  fs.writeFileSync(path.join(folder, 'mime.types'), 'image/png png\n');
  fs.writeFileSync(path.join(folder, 'apache.conf'), `ServerRoot ${unpacked || ''}/usr/lib/apache2
PidFile ${folder}/apache.pid
ErrorLog ${folder}/apache.err
Listen 127.0.0.1:${port}
ServerName localhost
User www-data
Group www-data
${modules.map((name) => `LoadModule ${name}_module modules/mod_${name}.so`).join('\n')}
TypesConfig ${folder}/mime.types
AddType text/html .html
AddType text/css .css
AddType image/svg+xml .svg
AddType application/json .json
${snippet('apache')}
`);
  const libraries = unpacked ? { LD_LIBRARY_PATH: path.join(unpacked, 'usr/lib/x86_64-linux-gnu') } : {};
  await running(/** @type {string} */ (apache), ['-X', '-f', path.join(folder, 'apache.conf')], port, libraries, () => assertHosts(`http://127.0.0.1:${port}/meander/`, { policy: true }));
});

const caddy = programOf('caddy');
test('Caddy', { skip: caddy ? false : 'caddy is not installed here' }, async () => {
  const port = await freePort();
  fs.writeFileSync(path.join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${snippet('caddy').replace('your.host', `http://127.0.0.1:${port}`)}\n`);
  await running(/** @type {string} */ (caddy), ['run', '--config', path.join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], port, { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    () => assertHosts(`http://127.0.0.1:${port}/meander/`, { policy: true }));
});
