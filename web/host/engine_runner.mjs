// Runs engine.wasm wherever it is loaded: in the worker, or in slices on the page's own thread where
// workers are refused. It fetches the files the engine wants and passes answers on; nothing else.
import { ByteReader, textOf } from './wire.mjs';
import { fetchBytes, FetchError } from './fetch.mjs';

/** What stands in the engine's out-queue (src/engine/main_web.cpp). */
const Out = Object.freeze({ reply: 1, wanted: 2, abandoned: 3 });

const SLICE_MS = 8;

/**
 * The functions engine.wasm exports.
 * @typedef {object} EngineModule
 * @property {Uint8Array} HEAPU8
 * @property {(bytes: number) => number} _malloc
 * @property {(pointer: number) => void} _free
 * @property {(pointer: number, length: number) => void} _engine_ask
 * @property {(id: number) => void} _engine_cancel
 * @property {(file: number, outcome: number, pointer: number, length: number) => void} _engine_deliver
 * @property {(file: number, done: number) => void} _engine_progress
 * @property {() => number} _engine_step 1 while there is more to do
 * @property {() => number} _engine_take fills the out-queue and gives its address
 * @property {() => number} _engine_take_length
 */

/** @typedef {{ engineModule: string, engineWasm: string }} EngineAddresses absolute */

/** Delivered: the bytes are the file, a sentence, or a sentence about a file that does not exist. */
const Outcome = Object.freeze({ failed: 0, here: 1, missing: 2 });

/**
 * Runs work as soon as what is waiting has had its turn. Not a timer: browsers hold a timer that a timer sets back by four
 * milliseconds, which is half a slice.
 * @returns {(work: () => void) => void}
 */
function nextTurn() {
  const { port1: inbox, port2: outbox } = new MessageChannel();
  const node = /** @type {{ ref?: () => void, unref?: () => void }} */ (inbox);  // there an open port keeps the program running
  /** @type {(() => void)[]} */
  const waiting = [];
  inbox.onmessage = () => {
    const work = waiting.shift();
    if (waiting.length === 0) node.unref?.();
    work?.();
  };
  node.unref?.();
  return (work) => {
    waiting.push(work);
    node.ref?.();
    outbox.postMessage(0);
  };
}

export class EngineRunner {
  /**
   * @param {EngineModule} module
   * @param {(reply: Uint8Array) => void} onReply
   * @param {{ fetchBytes?: typeof fetchBytes, soon?: (work: () => void) => void, now?: () => number }} [doing]
   */
  constructor(module, onReply, doing = {}) {
    this.module = module;
    this.onReply = onReply;
    this.fetchBytes = doing.fetchBytes ?? fetchBytes;
    this.soon = doing.soon ?? nextTurn();
    this.now = doing.now ?? (() => performance.now());
    /** @type {Map<number, AbortController>} */
    this.fetching = new Map();
    this.scheduled = false;
  }

  /** @param {Uint8Array} request */
  ask(request) {
    this.give(request, (pointer, length) => this.module._engine_ask(pointer, length));
    this.pumpSoon();
  }

  /** @param {number} id */
  cancel(id) {
    this.module._engine_cancel(id);
    this.pumpSoon();
  }

  /** Lends `bytes` to the wasm memory. @param {Uint8Array} bytes @param {(pointer: number, length: number) => void} use */
  give(bytes, use) {
    const pointer = this.module._malloc(bytes.length || 1);
    this.module.HEAPU8.set(bytes, pointer);
    use(pointer, bytes.length);
    this.module._free(pointer);
  }

  pumpSoon() {
    if (this.scheduled) return;
    this.scheduled = true;
    this.soon(() => {
      this.scheduled = false;
      this.pump();
    });
  }

  /** One slice of work; between slices new questions and cancels get their turn. */
  pump() {
    const until = this.now() + SLICE_MS;
    let more = true;
    while (more && this.now() < until) more = this.module._engine_step() !== 0;
    this.readOut();
    if (more) this.pumpSoon();
  }

  readOut() {
    const address = this.module._engine_take();
    const length = this.module._engine_take_length();
    if (length === 0) return;
    // A copy: answering may grow the memory and move everything.
    const reader = new ByteReader(this.module.HEAPU8.slice(address, address + length));
    while (!reader.done) {
      const kind = reader.u8();
      if (kind === Out.reply) {
        this.onReply(reader.raw(reader.varint()).slice());
      } else if (kind === Out.wanted) {
        const id = reader.u32();
        void this.fetchFile(id, textOf(reader.raw(reader.varint())));
      } else {
        const id = reader.u32();
        this.fetching.get(id)?.abort();
        this.fetching.delete(id);
      }
    }
  }

  /** @param {number} id @param {string} url */
  async fetchFile(id, url) {
    const stop = new AbortController();
    this.fetching.set(id, stop);
    /** @type {Uint8Array} */
    let bytes;
    /** @type {number} */
    let outcome = Outcome.here;
    try {
      bytes = await this.fetchBytes(url, {
        signal: stop.signal,
        onProgress: (done) => {
          this.module._engine_progress(id, done);
          this.pumpSoon();
        },
      });
    } catch (error) {
      if (stop.signal.aborted) return;
      outcome = error instanceof FetchError && !error.found ? Outcome.missing : Outcome.failed;
      const sentence = error instanceof FetchError ? error.message : 'A file did not arrive.';
      bytes = new TextEncoder().encode(sentence);
    }
    this.fetching.delete(id);
    this.give(bytes, (pointer, length) => this.module._engine_deliver(id, outcome, pointer, length));
    this.pumpSoon();
  }
}

/** @param {EngineAddresses} addresses @returns {Promise<EngineModule>} */
export async function loadEngine(addresses) {
  const factory = (await import(addresses.engineModule)).default;
  return factory({ locateFile: () => addresses.engineWasm });
}

/**
 * The worker's whole program: answers {ask: bytes} and {cancel: id}, posts {reply: bytes} or {fault}.
 * @param {{ postMessage(message: unknown, transfer?: Transferable[]): void, onmessage: ((event: MessageEvent) => void) | null }} scope
 * @param {MessageEvent[]} early messages that came while this file was loading
 * @param {EngineAddresses} addresses
 */
export async function serve(scope, early, addresses) {
  const runner = new EngineRunner(await loadEngine(addresses),
    (reply) => scope.postMessage({ reply }, [reply.buffer]));
  /** @param {MessageEvent} event */
  const take = ({ data }) => {
    if (data.ask) runner.ask(data.ask);
    else if (data.cancel) runner.cancel(data.cancel);
  };
  scope.onmessage = take;
  early.forEach(take);
}
