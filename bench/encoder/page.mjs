// The page of bench/encoder.bench.mjs: all readers in one page and thread, taking turns text by text.
import * as ort from 'onnxruntime-web/wasm';
import { env as theirs, pipeline } from '@huggingface/transformers';

const WIDTH = 384;

/** @typedef {{ ids: number[], text: string }} Sample */
/** @typedef {{ fromIds?: (ids: number[]) => Promise<Float32Array>, fromText?: (text: string) => Promise<Float32Array> }} Contender */

/** @param {string} address */
const bytesAt = async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer());

/** The mean over all tokens at unit length. @param {Float32Array} hidden @param {number} tokens */
function pool(hidden, tokens) {
  const out = new Float32Array(WIDTH);
  for (let t = 0; t < tokens; ++t) for (let i = 0; i < WIDTH; ++i) out[i] += hidden[t * WIDTH + i];
  let squares = 0;
  for (let i = 0; i < WIDTH; ++i) squares += out[i] * out[i];
  const factor = 1 / Math.sqrt(squares);
  for (let i = 0; i < WIDTH; ++i) out[i] *= factor;
  return out;
}

/** @returns {Promise<Required<Contender>>} */
async function startOurs() {
  const wasm = await (await import(/* @vite-ignore */ new URL('/bench_encoder.mjs', location.href).href)).default();
  /** @param {Uint8Array} bytes */
  const keep = (bytes) => {
    const at = wasm._malloc(bytes.length + 64);
    const aligned = Math.ceil(at / 64) * 64;
    wasm.HEAPU8.set(bytes, aligned);
    return { at, aligned };
  };
  const [layers, words, vocabulary] = await Promise.all(['layers', 'words', 'vocabulary'].map((name) => bytesAt(`/model/${name}`)));
  const pieces = keep(vocabulary);
  if (!wasm._bench_open(keep(layers).aligned, layers.length, pieces.aligned, vocabulary.length)) throw new Error('our weights do not open');
  const rows = keep(words);
  if (!wasm._bench_words(rows.aligned, words.length)) throw new Error('our words do not open');
  wasm._free(rows.at);
  wasm._free(pieces.at);
  const place = wasm._malloc(1 << 16);
  /** @param {number} count */
  const encode = (count) => {
    if (!wasm._bench_encode(count)) throw new Error('we did not read a text');
    const at = wasm._bench_vector();
    return new Float32Array(wasm.HEAPU8.slice(at, at + 4 * WIDTH).buffer);
  };
  const toBytes = new TextEncoder();
  return {
    fromIds: async (ids) => {
      new Int32Array(wasm.HEAPU8.buffer, wasm._bench_ids(), ids.length).set(ids);
      return encode(ids.length);
    },
    fromText: async (text) => {
      const bytes = toBytes.encode(text);
      wasm.HEAPU8.set(bytes, place);
      return encode(wasm._bench_tokenize(place, bytes.length));
    },
  };
}

/** @param {string} address @returns {Promise<Contender>} */
async function startOnnxruntime(address) {
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = '/ort/';
  const session = await ort.InferenceSession.create(await bytesAt(address), { executionProviders: ['wasm'], graphOptimizationLevel: 'all' });
  return {
    fromIds: async (ids) => {
      const shape = [1, ids.length];
      const result = await session.run({
        input_ids: new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
        attention_mask: new ort.Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
        token_type_ids: new ort.Tensor('int64', new BigInt64Array(ids.length), shape),
      });
      return pool(/** @type {Float32Array} */ (result[session.outputNames[0]].data), ids.length);
    },
  };
}

/** @returns {Promise<Contender>} */
async function startTransformers() {
  theirs.allowRemoteModels = false;
  theirs.allowLocalModels = true;
  theirs.localModelPath = '/';
  theirs.useBrowserCache = false;
  const wasm = /** @type {any} */ (theirs.backends.onnx.wasm);
  wasm.numThreads = 1;
  wasm.proxy = false;
  wasm.wasmPaths = '/ort-of-transformers/';
  const extract = await pipeline('feature-extraction', 'transformers', { dtype: 'fp32', device: 'wasm' });
  return {
    fromText: async (text) => /** @type {Float32Array} */ ((await extract(text, { pooling: 'mean', normalize: true })).data),
  };
}

/** @type {Record<string, Contender>} */
const contenders = {};

/** @param {number[]} a @param {number[]} b */
const cosine = (a, b) => {
  let dot = 0, aa = 0, bb = 0;
  for (let i = 0; i < a.length; ++i) { dot += a[i] * b[i]; aa += a[i] * a[i]; bb += b[i] * b[i]; }
  return dot / Math.sqrt(aa * bb);
};

Object.assign(window, {
  /** Loads everybody. */
  prepare: async () => {
    contenders.ours = await startOurs();
    contenders.ort = await startOnnxruntime('/model.onnx');
    contenders.q8 = await startOnnxruntime('/q8.onnx');
    contenders.transformers = await startTransformers();
  },
  /** Lowest cosine of each reader's vectors to onnxruntime's on the same weights. @param {Sample[]} samples */
  fidelity: async (samples) => {
    /** @type {Record<string, number>} */
    const worst = {};
    for (const { ids, text } of samples) {
      const truth = [...await contenders.ort.fromIds?.(ids) ?? []];
      for (const [name, { fromIds, fromText }] of Object.entries(contenders)) {
        for (const vector of [await fromIds?.(ids), await fromText?.(text)]) {
          if (vector) worst[name] = Math.min(worst[name] ?? 1, cosine([...vector], truth));
        }
      }
    }
    return worst;
  },
  /**
   * One round over one text: everybody once, beginning with another each time. Milliseconds by name; "text" are those that
   * were given the text, the others its ids.
   * @param {Sample} sample @param {number} turn
   */
  round: async ({ ids, text }, turn) => {
    /** @type {[string, () => Promise<unknown> | undefined][]} */
    const jobs = [['ours', () => contenders.ours.fromIds?.(ids)], ['ort', () => contenders.ort.fromIds?.(ids)],
      ['q8', () => contenders.q8.fromIds?.(ids)], ['oursText', () => contenders.ours.fromText?.(text)],
      ['transformers', () => contenders.transformers.fromText?.(text)]];
    /** @type {Record<string, number>} */
    const ms = {};
    for (let i = 0; i < jobs.length; ++i) {
      const [name, job] = jobs[(i + turn) % jobs.length];
      const begun = performance.now();
      await job();
      ms[name] = performance.now() - begun;
    }
    return ms;
  },
});
document.documentElement.dataset.ready = '';
