// What the comparisons share: where things are, medians, building one of our modules, a server for the
// pages and a Chromium without graphics hardware.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
export const python = path.join(cache, 'python-bench/bin/python');

/** @param {number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
/** The median of how many times as long `theirs` took as `ours`, round by round. @param {number[]} theirs @param {number[]} ours */
export const timesAsLong = (theirs, ours) => median(theirs.map((time, i) => time / ours[i]));
/** @param {boolean} is_met */
export const verdict = (is_met) => (is_met ? 'met' : 'MISSED');

/** Builds a target of the wasm tree; the folder it lies in. @param {string} target @param {string} folder below bench/ */
export function buildModule(target, folder) {
  const env = { ...process.env };
  for (const line of fs.readFileSync(path.join(cache, 'toolchain.env'), 'utf8').split(/\s+/)) {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    if (name) env[name] = value;
  }
  const build = path.join(root, 'build/web');
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', 'ignore', 'inherit'];
  execFileSync('cmake', ['-S', root, '-B', build, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Release',
    `-DCMAKE_TOOLCHAIN_FILE=${path.join(root, 'emscripten.cmake')}`], { env, stdio });
  execFileSync('ninja', ['-C', build, target], { env, stdio });
  return path.join(build, 'bench', folder);
}

/** @type {Record<string, string>} */
const KINDS = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html', '.json': 'application/json' };

/**
 * Serves what `find` gives for a path without its first slash: a file's path, content, or undefined. Pages are isolated
 * from others, so that their clock ticks in microseconds.
 * @param {(name: string) => string | Buffer | { file: string } | undefined} find
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export function serveFound(find) {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname.slice(1));
    const found = find(name);
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.setHeader('Content-Type', KINDS[path.extname(name)] ?? 'application/octet-stream');
    if (found !== undefined && (typeof found === 'string' || Buffer.isBuffer(found))) return response.end(found);
    if (found === undefined || !fs.statSync(found.file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end();
    return response.end(fs.readFileSync(found.file));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({
    address: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`,
    close: () => { server.closeAllConnections(); server.close(); },
  })));
}

/** An empty page that runs one script. @param {string} script */
export const pageOf = (script) => `<!doctype html><title>bench</title><body style="margin:0"><canvas id="canvas"></canvas><script type="module" src="/${script}"></script>`;

export const startChromium = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--disable-renderer-backgrounding', '--disable-background-timer-throttling'] });

/** Numbers from the environment, "8,16", or those that are usual. @param {string} name @param {number[]} usual */
export const numbersOf = (name, usual) => process.env[name]?.split(',').map(Number).filter(Number.isFinite) ?? usual;

/** The machine and how busy it is, for the line under a table. */
export const machine = () => `${os.cpus()[0].model.trim()}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)} at the end`;

/** The same with the browser's version. */
export async function conditions() {
  const browser = await startChromium();
  try {
    return `${machine()}; Chromium ${browser.version()}, Node ${process.version}.`;
  } finally {
    await browser.close();
  }
}
