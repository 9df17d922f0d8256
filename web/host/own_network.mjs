// The page's end of a network of the reader's own: their two files stay here, a worker of its own opens the one with ONNX
// Runtime Web as the other says, and pictures are handed to it. Wishes come as addresses that begin with "onnx:"
// (src/pictures/other_network.cpp); what goes wrong is a code, and the sentence stands in words.json.
import { importingSource, startBlobWorker } from './blob_worker.mjs';
import { FetchError } from './fetch.mjs';
import { keptFile } from './kept_files.mjs';
import { LARGEST_CARD, cardText, readNetworkCard } from './network_card.mjs';
import { bytesOf } from './wire.mjs';

/** @typedef {{ worker: string, runtime: string, module: string, wasm: string, megabytes: number }} NetworkOptions addresses are absolute */
/** @typedef {{ resolve: (logits: ArrayBuffer | undefined) => void, reject: (error: FetchError) => void }} Waiting */

/** @param {string} code @param {boolean} [found] */
const fault = (code, found = false) => new FetchError(code, found);

/** @param {string} text base64url */
function bytesIn(text) {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(plain.length);
  for (let i = 0; i < plain.length; i += 1) bytes[i] = plain.charCodeAt(i);
  return bytes;
}

/** @param {string} address */
function kept(address) {
  const file = keptFile(address);
  if (!file) throw fault('network-gone');
  return file;
}

export class OwnNetwork {
  /** @param {NetworkOptions | undefined} options nothing: the site came without @param {(source: string) => Worker} [startWorker] */
  constructor(options, startWorker = startBlobWorker) {
    this.options = options;
    this.startWorker = startWorker;
    /** @type {Worker | null} */
    this.worker = null;
    /** Kept, so that it can be opened again after a stop. @type {{ file: File, card: import('./network_card.mjs').NetworkCard } | null} */
    this.brought = null;
    /** @type {Map<number, Waiting>} */
    this.waiting = new Map();
    this.lastId = 0;
  }

  /** @param {string} wish "onnx:about", "onnx:open;MODEL;CARD", "onnx:look;NUMBER;COUNT;PICTURES", "onnx:stop" @returns {Promise<Uint8Array>} */
  async carryOut(wish) {
    if (!this.options) throw fault('network-absent');
    const [verb, first = '', second = '', third = ''] = wish.split(';');
    switch (verb) {
      case 'onnx:about': return bytesOf(String(this.options.megabytes));
      case 'onnx:open': return this.open(kept(first), kept(second));
      case 'onnx:look': return this.look(bytesIn(third), Number(second));
      default: this.stop('network-stopped');
    }
    return new Uint8Array();
  }

  /** @param {File} file @param {File} card */
  async open(file, card) {
    if (card.size > LARGEST_CARD) throw fault('network-json');
    const text = await card.text().catch(() => { throw fault('network-gone'); });
    const brought = { file, card: readNetworkCard(text) };
    this.stop('network-stopped');
    await this.begin(brought);
    this.brought = brought;  // one that was opened before is lost only now
    return bytesOf(cardText(brought.card));
  }

  /** @param {Uint8Array} pictures @param {number} count */
  async look(pictures, count) {
    if (!this.brought) throw fault('network-gone');
    if (!this.worker) await this.begin(this.brought);
    return new Uint8Array(await this.ask({ pictures, count }, [pictures.buffer]) ?? new ArrayBuffer(0));
  }

  /** @param {{ file: File, card: import('./network_card.mjs').NetworkCard }} brought */
  async begin(brought) {
    const { worker: program, megabytes: _, ...addresses } = /** @type {NetworkOptions} */ (this.options);
    let worker;
    try {
      worker = this.startWorker(importingSource(program, addresses));
    } catch {
      throw fault('network-refused');
    }
    this.worker = worker;
    worker.onmessage = ({ data: { id, fault: code, logits } }) => {
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (code === undefined) waiting?.resolve(logits);
      else if (id === undefined) this.stop('network-program');
      else waiting?.reject(fault(code));
    };
    // A worker whose memory is gone says nothing more.
    worker.onerror = () => this.stop('network-memory');
    await this.ask(brought, []).catch((error) => {
      if (this.worker === worker) this.stop('network-stopped');  // not what has come in its place
      throw error;
    });
  }

  /** @param {object} message @param {Transferable[]} gives @returns {Promise<ArrayBuffer | undefined>} */
  ask(message, gives) {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker?.postMessage({ id, ...message }, gives);
    });
  }

  /** @param {string} code */
  stop(code) {
    this.worker?.terminate();
    this.worker = null;
    for (const waiting of this.waiting.values()) waiting.reject(fault(code, true));
    this.waiting.clear();
  }
}
