// A WebKitGTK driven over the WebDriver protocol by plain requests: no library speaks to it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { PATIENCE } from './support.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';  // the standard's name for a reference
const wait = (/** @type {number} */ ms) => new Promise((done) => { setTimeout(done, ms); });

/** @returns {Promise<number>} */
const freePort = () => new Promise((done) => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = /** @type {net.AddressInfo} */ (server.address());
    server.close(() => done(port));
  });
});

/** Where Debian puts the little browser that the driver steers. */
function miniBrowser() {
  const found = fs.readdirSync('/usr/lib').map((name) => `/usr/lib/${name}/webkit2gtk-4.1/MiniBrowser`).find((file) => fs.existsSync(file));
  if (!found) throw new Error('MiniBrowser of webkit2gtk-driver is not installed');
  return found;
}

/** One answer of the driver. @param {string} method @param {string} address @param {object} [body] */
async function ask(method, address, body) {
  const answer = await fetch(address, { method, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const { value } = /** @type {{ value: any }} */ (await answer.json());
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** Starts driver and browser, with one page. */
export async function startWebKit() {
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', detached: true,
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1', ...(isRoot && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }) } });
  const root = `http://127.0.0.1:${port}`;
  const stop = () => { if (driver.pid && driver.exitCode === null) process.kill(-driver.pid); };
  try {
    for (const end = Date.now() + PATIENCE; ; await wait(200)) {
      const status = await ask('GET', `${root}/status`).catch(() => null);
      if (status?.ready) break;
      if (driver.exitCode !== null || Date.now() > end) throw new Error('WebKitWebDriver does not answer');
    }
    const { sessionId } = await ask('POST', `${root}/session`, { capabilities: { alwaysMatch: {
      'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] } } } });
    return new WebKitPage(`${root}/session/${sessionId}`, stop);
  } catch (error) {
    stop();
    throw error;
  }
}

export class WebKitPage {
  /** @param {string} session @param {() => void} stop */
  constructor(session, stop) {
    this.session = session;
    this.stop = stop;
  }

  async close() {
    await ask('DELETE', this.session).catch(() => {});
    this.stop();
  }

  /** @param {string} url */
  async open(url) {
    await ask('POST', `${this.session}/timeouts`, { script: 2 * PATIENCE, pageLoad: PATIENCE, implicit: 0 });
    await ask('POST', `${this.session}/window/rect`, { width: 1280, height: 800 });
    await ask('POST', `${this.session}/url`, { url });
  }

  /** Runs a function in the page, awaited, with plain data in and out. @param {any} run @param {any} [given] @returns {Promise<any>} */
  async evaluate(run, given) {
    const script = `const [given, done] = arguments;
      Promise.resolve((${run})(given)).then((value) => done({ value }), (error) => done({ fault: String(error) }));`;
    const { value, fault } = await ask('POST', `${this.session}/execute/async`, { script, args: [given ?? null] });
    if (fault) throw new Error(fault);
    return value;
  }

  /** Until the function returns something true, which is returned. @param {any} run @param {any} [given] */
  async waitFor(run, given) {
    for (const end = Date.now() + PATIENCE; ; await wait(200)) {
      const value = await this.evaluate(run, given);
      if (value) return value;
      if (Date.now() > end) throw new Error(`never came: ${run} ${JSON.stringify(given ?? '')}`);
    }
  }

  /** Waits for the first element that matches. @param {string} selector @returns {Promise<string>} its address at the driver */
  async element(selector) {
    await this.waitFor((/** @type {string} */ wanted) => document.querySelector(wanted) !== null, selector);
    const found = await ask('POST', `${this.session}/element`, { using: 'css selector', value: selector });
    return `${this.session}/element/${found[ELEMENT]}`;
  }

  /** @param {string} selector @param {string} text */
  async type(selector, text) {
    await ask('POST', `${await this.element(selector)}/value`, { text });
  }

  /** @param {string} selector @returns {Promise<Uint8Array>} a PNG of the element */
  async picture(selector) {
    return Buffer.from(await ask('GET', `${await this.element(selector)}/screenshot`), 'base64');
  }
}
