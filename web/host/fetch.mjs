// Fetching files: streamed so that progress can be told, tried a second time when the network (not
// the server's answer) failed, and stoppable. What went wrong comes as one sentence.

/** A failure a reader may be told about; `found` is false when the server says there is no such file. */
export class FetchError extends Error {
  /** @param {string} sentence @param {boolean} found */
  constructor(sentence, found) {
    super(sentence);
    this.found = found;
  }
}

/**
 * @typedef {object} FetchOptions
 * @property {AbortSignal} [signal]
 * @property {(done: number, total: number) => void} [onProgress] total 0: unknown
 * @property {typeof fetch} [fetch]
 * @property {(ms: number) => Promise<void>} [wait]
 */

/** @param {number} ms @returns {Promise<void>} */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The whole file. Rejects with FetchError, or with the signal's own reason when stopped.
 * @param {string} url @param {FetchOptions} [options] @returns {Promise<Uint8Array>}
 */
export async function fetchBytes(url, options = {}) {
  const wait = options.wait ?? pause;
  for (let attempt = 0; ; ++attempt) {
    try {
      return await fetchOnce(url, options);
    } catch (error) {
      if (options.signal?.aborted) throw error;
      if (error instanceof FetchError) throw error;
      if (attempt > 0) throw new FetchError('A file did not arrive. Are you offline?', true);
      await wait(800);
    }
  }
}

/** @param {string} url @param {FetchOptions} options @returns {Promise<Uint8Array>} */
async function fetchOnce(url, options) {
  const response = await (options.fetch ?? fetch)(url, { signal: options.signal });
  if (response.status === 404) throw new FetchError('A file of this page is missing on its server.', false);
  if (response.status >= 500) throw new Error(`status ${response.status}`);
  if (!response.ok) throw new FetchError(`The server refused a file of this page (${response.status}).`, true);
  // With a content encoding the length is that of the packed bytes and says nothing about ours.
  const packed = response.headers.get('content-encoding');
  const total = packed && packed !== 'identity' ? 0 : Number(response.headers.get('content-length')) || 0;
  if (!response.body || !options.onProgress) return new Uint8Array(await response.arrayBuffer());
  return readAll(response.body.getReader(), total, options.onProgress);
}

/**
 * @param {ReadableStreamDefaultReader<Uint8Array>} reader @param {number} total
 * @param {(done: number, total: number) => void} onProgress
 */
async function readAll(reader, total, onProgress) {
  /** @type {Uint8Array[]} */
  const parts = [];
  let done = 0;
  for (;;) {
    const part = await reader.read();
    if (part.done) break;
    parts.push(part.value);
    done += part.value.length;
    onProgress(done, total);
  }
  const bytes = new Uint8Array(done);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
