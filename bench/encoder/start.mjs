// The page of the start figures: from bytes in memory to the first text read, once for every page load.
// Ours is the site's own engine and its runner, to the answer with its ten nearest articles.
import * as ort from 'onnxruntime-web/wasm';
import { EngineRunner } from '../../web/host/engine_runner.mjs';
import { ByteReader, ByteWriter } from '../../web/host/wire.mjs';

const Kind = Object.freeze({ openPack: 1, openModel: 2, meaning: 5, error: 1, progress: 2, answered: 6 });

/** @param {string} address */
const bytesAt = async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer());

/** @param {number} id @param {number} kind @param {string} text @param {Uint8Array} [blob] */
function request(id, kind, text, blob) {
  const head = new ByteWriter().u32(id).u8(kind).text(text);
  if (!blob) return Uint8Array.from([...head.bytes, 10]);  // ten neighbours
  let rest = blob.length;
  for (; rest >= 128; rest = Math.floor(rest / 128)) head.u8((rest & 127) | 128);
  head.u8(rest);
  return Uint8Array.from([...head.bytes, ...blob]);
}

/** @param {any} site @param {string} text */
async function startOurs(site, text) {
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  for (const name of site.files) files.set(new URL(name, location.href).href, await bytesAt(name));
  const glue = await (await fetch(site.engineModule)).text();
  const wasmBinary = await bytesAt(site.engineWasm);
  const heads = [await bytesAt(site.pack), await bytesAt(site.model)];
  const folders = [site.pack, site.model].map((head) => new URL('.', new URL(head, location.href)).href);
  let given = 0;

  const begun = performance.now();
  const { default: factory } = await import(/* @vite-ignore */ URL.createObjectURL(new Blob([glue], { type: 'text/javascript' })));
  const module = await factory({ wasmBinary, locateFile: () => 'engine.wasm' });
  /** @type {(first_ms: number) => void} */
  let answered = () => {};
  const first = new Promise((resolve) => { answered = resolve; });
  const runner = new EngineRunner(module, (reply) => {
    const reader = new ByteReader(reply);
    const id = reader.u32(), kind = reader.u8();
    if (kind === Kind.error) throw new Error(new TextDecoder().decode(reply));
    if (id === 3 && kind === Kind.answered) answered(performance.now() - begun);
  }, { fetchBytes: async (url) => {
    const bytes = files.get(url);
    if (!bytes) throw new Error(`nobody brought ${url}`);
    ++given;
    return /** @type {any} */ (bytes);
  } });
  runner.ask(request(1, Kind.openPack, folders[0], heads[0]));
  runner.ask(request(2, Kind.openModel, folders[1], heads[1]));
  runner.ask(request(3, Kind.meaning, text));
  const first_ms = await first;
  // The rest of the word table comes in behind the answer.
  for (let quiet = 0, seen = -1; quiet < 5; quiet = given === seen ? quiet + 1 : 0) {
    seen = given;
    await new Promise((resolve) => { setTimeout(resolve, 40); });
  }
  return { first_ms, memory: module.HEAPU8.buffer.byteLength, code: wasmBinary.length, files: given };
}

/** @param {string} model @param {number[]} ids */
async function startOnnxruntime(model, ids) {
  const bytes = await bytesAt(model);
  const wasmBinary = await bytesAt('/ort/ort-wasm-simd-threaded.wasm');
  /** @type {WebAssembly.Memory[]} */
  const memories = [];
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = /** @type {any} */ (async (/** @type {any} */ source, /** @type {any} */ imports) => {
    const made = /** @type {any} */ (await instantiate(source, imports));
    for (const part of [...Object.values(imports ?? {}).flatMap((group) => Object.values(group)), ...Object.values((made.instance ?? made).exports)]) {
      if (part instanceof WebAssembly.Memory) memories.push(part);
    }
    return made;
  });
  const begun = performance.now();
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = '/ort/';
  ort.env.wasm.wasmBinary = wasmBinary.buffer;
  const session = await ort.InferenceSession.create(bytes, { executionProviders: ['wasm'], graphOptimizationLevel: 'all' });
  const shape = [1, ids.length];
  await session.run({
    input_ids: new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    attention_mask: new ort.Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    token_type_ids: new ort.Tensor('int64', new BigInt64Array(ids.length), shape),
  });
  const first_ms = performance.now() - begun;
  return { first_ms, memory: Math.max(...memories.map((memory) => memory.buffer.byteLength)), code: wasmBinary.length, files: 1 };
}

Object.assign(window, { startOurs, startOnnxruntime });
document.documentElement.dataset.ready = '';
