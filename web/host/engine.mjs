// The page's end of the engine: starts the worker with the first question and falls back to the
// page's own thread, in slices, where the worker is refused or dies before its first answer.
import { importingSource, startBlobWorker } from './blob_worker.mjs';
import { EngineRunner, loadEngine } from './engine_runner.mjs';

/** @typedef {import('./engine_runner.mjs').EngineAddresses & { engineRunner: string }} Addresses */

/** @param {Addresses} addresses */
export function workerSource({ engineRunner, engineModule, engineWasm }) {
  return importingSource(engineRunner, { engineModule, engineWasm });
}

export class EngineLink {
  /**
   * @param {Addresses} addresses
   * @param {(reply: Uint8Array) => void} onReply
   * @param {(sentence: string) => void} onFault the engine cannot be had at all
   * @param {{ startWorker?: (source: string) => Worker, load?: typeof loadEngine }} [doing]
   */
  constructor(addresses, onReply, onFault, doing = {}) {
    this.addresses = addresses;
    this.onReply = onReply;
    this.onFault = onFault;
    this.startWorker = doing.startWorker ?? startBlobWorker;
    this.load = doing.load ?? loadEngine;
    /** @type {Worker | null} */
    this.worker = null;
    /** @type {EngineRunner | null} */
    this.runner = null;
    this.started = false;
    this.answered = false;
    /** Sent but possibly lost if the worker turns out not to run. @type {({ ask: Uint8Array } | { cancel: number })[]} */
    this.unproven = [];
  }

  /** @param {Uint8Array} request its own copy */
  ask(request) {
    this.post({ ask: request });
  }

  /** @param {number} id */
  cancel(id) {
    if (this.started) this.post({ cancel: id });
  }

  /** Nobody listens any more. */
  close() {
    this.worker?.terminate();
    this.worker = null;
    this.runner = null;
    this.onReply = this.onFault = () => {};
  }

  /** @param {{ ask: Uint8Array } | { cancel: number }} message */
  post(message) {
    if (!this.answered) this.unproven.push(message);
    if (!this.started) this.start();
    else this.pass(message);
  }

  start() {
    this.started = true;
    try {
      this.worker = this.startWorker(workerSource(this.addresses));
    } catch {
      void this.runHere();
      return;
    }
    this.worker.onmessage = ({ data }) => {
      if (data.fault) {
        void this.runHere();
        return;
      }
      this.answered = true;
      this.unproven = [];
      this.onReply(data.reply);
    };
    this.worker.onerror = () => void this.runHere();
    for (const message of this.unproven) this.pass(message);
  }

  /** @param {{ ask: Uint8Array } | { cancel: number }} message */
  pass(message) {
    if (this.worker) this.worker.postMessage(message);
    else if (!this.runner) return;
    else if ('ask' in message) this.runner.ask(message.ask);
    else this.runner.cancel(message.cancel);
  }

  /** The worker cannot run: work here. A worker that had already answered is not replaced. */
  async runHere() {
    const died = this.answered;
    this.worker?.terminate();
    this.worker = null;
    if (died) {
      this.onFault('Something broke while working that out. Your journey is safe; reload the page.');
      return;
    }
    try {
      this.runner = new EngineRunner(await this.load(this.addresses), this.onReply);
    } catch {
      this.onFault('The part of this page that reads the articles did not arrive.');
      return;
    }
    this.answered = true;
    for (const message of this.unproven.splice(0)) this.pass(message);
  }
}
