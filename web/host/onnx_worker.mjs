// In a worker: any ONNX model by ONNX Runtime Web, with its inner tensors as further outputs. They are exposed by appending to
// the file a second graph that holds nothing but outputs: protobuf merges repeated messages.
import { fetchBytes } from './fetch.mjs';

/** A length-delimited protobuf field. @param {number} field @param {Uint8Array} bytes @returns {Uint8Array} */
function message(field, bytes) {
  const head = [field * 8 + 2];
  let rest = bytes.length;
  for (; rest >= 128; rest >>>= 7) head.push((rest & 127) | 128);
  head.push(rest);
  return joined([Uint8Array.from(head), bytes]);
}

/** @param {Uint8Array[]} parts @returns {Uint8Array} */
function joined(parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** ModelProto.graph is field 7, GraphProto.output 12, ValueInfoProto.name 1. @param {Uint8Array} model @param {string[]} names */
export function withOutputs(model, names) {
  const outputs = names.map((name) => message(12, message(1, new TextEncoder().encode(name))));
  return joined([model, message(7, joined(outputs))]);
}

/**
 * The states one after the other, as floats. A file names its own outputs already: those are not appended.
 * @param {{ runtime: string, module: string, wasm: string, model: string }} addresses @param {string[]} outputs
 * @param {(megabytes: number) => void} onProgress
 */
async function open(addresses, outputs, onProgress) {
  let told = 0;
  const model = await fetchBytes(addresses.model, {
    onProgress: (done) => {
      if (done - told < 1e6) return;
      told = done;
      onProgress(Math.round(done / 1e6));
    },
  });
  const ort = await import(/* @vite-ignore */ addresses.runtime);
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = { mjs: addresses.module, wasm: addresses.wasm };
  const plain = await ort.InferenceSession.create(model);
  const own = plain.outputNames;
  await plain.release();
  return { ort, session: await ort.InferenceSession.create(withOutputs(model, outputs.filter((name) => !own.includes(name)))) };
}

/**
 * @param {{ onmessage: ((event: MessageEvent) => void) | null, postMessage(message: unknown, transfer?: Transferable[]): void }} scope
 * @param {MessageEvent[]} early what came while this file was on its way
 * @param {{ runtime: string, module: string, wasm: string, model: string }} addresses
 */
export function serve(scope, early, addresses) {
  /** @type {ReturnType<typeof open> | undefined} */
  let opened;
  /** @param {MessageEvent} event */
  const answer = async ({ data: { outputs, ids } }) => {
    try {
      opened ??= open(addresses, outputs, (megabytes) => scope.postMessage({ megabytes }));
      const { ort, session } = await opened;
      /** @param {number[]} values */
      const tensor = (values) => new ort.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
      const theirs = await session.run({ input_ids: tensor(ids), attention_mask: tensor(ids.map(() => 1)), token_type_ids: tensor(ids.map(() => 0)) });
      const states = outputs.map((/** @type {string} */ name) => /** @type {Float32Array} */ (theirs[name].data));
      const bytes = joined(states.map((/** @type {Float32Array} */ state) => new Uint8Array(state.buffer, state.byteOffset, state.byteLength)));
      scope.postMessage({ states: bytes.buffer }, [/** @type {ArrayBuffer} */ (bytes.buffer)]);
    } catch (error) {
      opened = undefined;
      scope.postMessage({ fault: String(/** @type {Error} */ (error).message ?? error).slice(0, 200) });
    }
  };
  scope.onmessage = (event) => void answer(event);
  for (const event of early.splice(0)) void answer(event);
}
