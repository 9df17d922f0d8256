// The page's end of "Verify against ONNX Runtime": a worker of its own reads a text with that program and hands back the
// states of every layer. Wishes come as addresses that begin with "onnx:" (src/inside/check.cpp).
import { importingSource, startBlobWorker } from './blob_worker.mjs';
import { bytesOf } from './wire.mjs';
import { FetchError } from './fetch.mjs';

/**
 * Addresses are absolute.
 * @typedef {object} OnnxOptions
 * @property {string} worker web/host/onnx_worker.mjs
 * @property {string} runtime @property {string} module @property {string} wasm
 * @property {string} model
 * @property {number} megabytes of all of it, as it travels
 */

/** @param {OnnxOptions} options */
export const onnxWorkerSource = ({ worker, ...rest }) => importingSource(worker, rest);

export class OnnxReader {
  /**
   * @param {OnnxOptions | undefined} options nothing: the site came without
   * @param {(megabytes: string) => void} onProgress
   * @param {(source: string) => Worker} [startWorker]
   */
  constructor(options, onProgress, startWorker = startBlobWorker) {
    this.options = options;
    this.onProgress = onProgress;
    this.startWorker = startWorker;
    /** @type {Worker | null} */
    this.worker = null;
    /** @type {((error: FetchError) => void) | null} */
    this.giveUp = null;
  }

  /** @param {string} wish "onnx:about", "onnx:stop", "onnx:run;OUTPUT,…;ID,…" @returns {Promise<Uint8Array>} */
  async carryOut(wish) {
    if (!this.options) throw new FetchError('This site came without ONNX Runtime.', false);
    if (wish === 'onnx:about') return bytesOf(String(this.options.megabytes));
    if (wish === 'onnx:stop') {
      this.stop('Stopped.');
      return bytesOf('');
    }
    const [, outputs = '', ids = ''] = wish.split(';');
    return this.run(this.options, outputs.split(','), ids.split(',').map(Number));
  }

  /** @param {OnnxOptions} options @param {string[]} outputs @param {number[]} ids @returns {Promise<Uint8Array>} */
  run(options, outputs, ids) {
    return new Promise((resolve, reject) => {
      this.giveUp = reject;
      try {
        // One that has read before keeps the model and answers at once.
        this.worker ??= this.startWorker(onnxWorkerSource(options));
      } catch {
        this.stop('This page may not start another program here; open it by itself.');
        return;
      }
      this.worker.onmessage = ({ data }) => {
        if (data.megabytes !== undefined) {
          this.onProgress(String(data.megabytes));
          return;
        }
        if (data.fault) {
          this.stop(`ONNX Runtime could not read it: ${data.fault}`);
          return;
        }
        this.giveUp = null;
        resolve(new Uint8Array(data.states));
      };
      this.worker.onerror = () => this.stop('ONNX Runtime did not start.');
      this.worker.postMessage({ outputs, ids });
    });
  }

  /** @param {string} sentence */
  stop(sentence) {
    this.worker?.terminate();
    this.worker = null;
    this.giveUp?.(new FetchError(sentence, true));
    this.giveUp = null;
  }
}
