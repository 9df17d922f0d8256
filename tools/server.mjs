#!/usr/bin/env node
// The little static server: node tools/server.mjs FOLDER [--port N] [--host H]. Serves dist/ the way any
// good host would: brotli when the browser takes it, right types, CORS for everyone, ranges, and names
// that carry a hash kept for ever. No dependencies.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8', '.json': 'application/json; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp', '.ico': 'image/x-icon', '.wasm': 'application/wasm',
  '.woff2': 'font/woff2', '.ttf': 'font/ttf', '.bin': 'application/octet-stream', '.meander': 'application/octet-stream',
  '.md': 'text/markdown; charset=utf-8',
};
const hashedName = /[.-][0-9a-f]{8,16}\.[a-z0-9]+$/;

/** The file a request means, or null: never outside the folder, never a hidden file. */
/** @param {string} folder @param {string} address @returns {string | null} */
export function fileFor(folder, address) {
  let name;
  try {
    name = decodeURIComponent(new URL(address, 'http://x').pathname);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.includes('\\') || name.split('/').some((part) => part.startsWith('.'))) return null;
  const file = path.join(folder, name.endsWith('/') ? name + 'index.html' : name);
  if (file !== folder && !file.startsWith(folder + path.sep)) return null;
  return file;
}

/** @param {string | undefined} header @param {number} size @returns {[number, number] | null | 'bad'} */
export function rangeOf(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const first = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const last = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return first > last || first >= size ? 'bad' : [first, last];
}

/** What a path is, or null: names that are too long and folders that are closed are simply not there. @param {string} file */
function factsOf(file) {
  try {
    return fs.statSync(file);
  } catch {
    return null;
  }
}

/** What is no file but said anew each time, by path. @typedef {Record<string, () => unknown>} Sayings */

/** @param {string} folder @param {Sayings} sayings @param {http.IncomingMessage} request @param {http.ServerResponse} response */
function answer(folder, sayings, request, response) {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  /** @param {number} code @param {string} sentence */
  const refuse = (code, sentence) => {
    response.writeHead(code, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(request.method === 'HEAD' ? '' : sentence + '\n');
  };
  if (request.method === 'OPTIONS') {
    response.writeHead(204, { 'Access-Control-Allow-Methods': 'GET, HEAD', 'Access-Control-Allow-Headers': 'Range' });
    response.end();
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'This server only gives files.');
  const said = Object.hasOwn(sayings, request.url ?? '') ? sayings[request.url ?? ''] : null;
  if (said) {
    response.writeHead(200, { 'Content-Type': types['.json'], 'Cache-Control': 'no-store' });
    response.end(request.method === 'HEAD' ? '' : JSON.stringify(said()));
    return;
  }
  const file = fileFor(folder, request.url ?? '/');
  const found = file && factsOf(file);
  if (!file || !found || !found.isFile()) return refuse(404, 'There is no such file here.');

  const packed = file + '.br';
  const smaller = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? '')) && !request.headers.range ? factsOf(packed) : null;
  const takesBrotli = smaller !== null;
  const sent = takesBrotli ? packed : file;
  const size = (smaller ?? found).size;
  const tag = `"${found.size.toString(16)}-${Math.floor(found.mtimeMs).toString(16)}${takesBrotli ? '-br' : ''}"`;
  response.setHeader('Content-Type', types[path.extname(file)] ?? 'application/octet-stream');
  response.setHeader('Cache-Control', hashedName.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('ETag', tag);
  response.setHeader('Accept-Ranges', 'bytes');
  if (takesBrotli) response.setHeader('Content-Encoding', 'br');
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304);
    response.end();
    return;
  }
  const range = takesBrotli ? null : rangeOf(request.headers.range, size);
  if (range === 'bad') {
    response.setHeader('Content-Range', `bytes */${size}`);
    return refuse(416, 'That part of the file does not exist.');
  }
  const [first, last] = range ?? [0, size - 1];
  if (range) response.setHeader('Content-Range', `bytes ${first}-${last}/${size}`);
  response.setHeader('Content-Length', last - first + 1);
  response.writeHead(range ? 206 : 200);
  if (request.method === 'HEAD' || size === 0) {
    response.end();
    return;
  }
  const stream = fs.createReadStream(sent, { start: first, end: last });
  stream.on('error', () => response.destroy());
  response.on('close', () => stream.destroy());  // who leaves early leaves no open file behind
  stream.pipe(response);
}

/**
 * Serves `folder`; a port that is taken makes it try the next ones.
 * @param {string} folder @param {{port?: number, host?: string, sayings?: Sayings}} [options]
 * @returns {Promise<{server: http.Server, port: number, address: string}>}
 */
export function serve(folder, { port = 8000, host = '127.0.0.1', sayings = {} } = {}) {
  const root = path.resolve(folder);
  const server = http.createServer((request, response) => answer(root, sayings, request, response));
  return new Promise((done, reject) => {
    let wanted = port;
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && wanted !== 0 && wanted < Math.min(port + 100, 65535)) {
        console.error(`Port ${wanted} is taken; trying ${wanted + 1}.`);
        server.listen(++wanted, host);
      } else {
        reject(error);
      }
    });
    server.listen(wanted, host, () => {
      const bound = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
      done({ server, port: bound, address: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/` });
    });
  });
}

/**
 * Serves as a command line asks and prints the address; what is asked wrongly ends the program with a sentence.
 * @param {string[]} words FOLDER [--port N] [--host ADDRESS] @param {Sayings} [sayings] @returns {Promise<string>} the address
 */
export async function serveAsAsked(words, sayings = {}) {
  /** @param {string} sentence @returns {never} */
  const stop = (sentence) => {
    console.error(`meander: ${sentence}`);
    process.exit(1);
  };
  let [folder, port, host] = ['', '8000', '127.0.0.1'];
  for (let i = 0; i < words.length; i++) {
    if (words[i] === '--port') port = words[++i] ?? '';
    else if (words[i] === '--host') host = words[++i] ?? '';
    else if (folder === '' && !words[i].startsWith('-')) folder = words[i];
    else stop(`"${words[i]}" is not understood; node tools/server.mjs FOLDER [--port N] [--host ADDRESS].`);
  }
  folder ||= 'dist';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) stop(`"${port}" is not a port number.`);
  if (host === '') stop('--host needs an address.');
  if (!factsOf(folder)?.isDirectory()) stop(`there is no folder ${folder} to serve.`);
  process.stdout.on('error', () => {});  // whoever asked for the address may be gone already; pages are served all the same
  try {
    const { address } = await serve(folder, { port: Number(port), host, sayings });
    console.log(address);
    return address;
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    const sentences = /** @type {Record<string, string>} */ ({
      EACCES: `port ${port} may only be used by root; --port takes another one.`,
      EADDRINUSE: `port ${port} and those after it are taken; --port takes another one.`,
      EADDRNOTAVAIL: `this machine has no address ${host}.`,
      ENOTFOUND: `this machine has no address ${host}.`,
    });
    return stop(sentences[code ?? ''] ?? `the server could not start: ${message}.`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) await serveAsAsked(process.argv.slice(2));
