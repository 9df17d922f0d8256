// In a worker: a reader's own classifier by ONNX Runtime Web. It is given pictures and says one number a class; everything
// that can be wrong with it ends in a code, which the program has a sentence for (src/pictures/network_faults.cpp).

/** @typedef {import('./network_card.mjs').NetworkCard} NetworkCard */
/** @typedef {{ runtime: string, module: string, wasm: string }} Addresses */

class Fault extends Error {}

/** What ONNX Runtime means. @param {unknown} error */
export function faultOf(error) {
  if (error instanceof Fault) return error.message;
  const said = String(/** @type {Error} */ (error)?.message ?? error);
  const operator = /implementation for ([\w.:]+)/.exec(said) ?? /([\w.:]+)(?:\(-?\d+\))? is not a registered function/.exec(said)
    ?? /No Op registered for ([\w.:]+)/.exec(said);
  if (operator) return `network-operator;${operator[1]}`;
  if (/external data|external_data|ExternalData/i.test(said)) return 'network-outside';
  if (/protobuf|ModelProto|no graph was found|invalid model|unsupported model|failed to load model/i.test(said)) return 'network-not';
  if (error instanceof RangeError || /memory|bad_alloc|allocat|Aborted/i.test(said)) return 'network-memory';
  return `network-fails;${said.replace(/\s+/g, ' ').slice(0, 160)}`;
}

/** Three bytes a pixel, as floats in the order that the network wants. @param {Uint8Array} rgb @param {NetworkCard} card */
export function inputOf(rgb, { height, width, placesFirst, blueFirst, scale, mean, std }) {
  const places = height * width;
  const out = new Float32Array(3 * places);
  for (let c = 0; c < 3; c += 1) {
    const from = blueFirst ? 2 - c : c;
    for (let i = 0; i < places; i += 1) out[placesFirst ? 3 * i + c : c * places + i] = (rgb[3 * i + from] * scale - mean[c]) / std[c];
  }
  return out;
}

/** One number a class, as a logit. @param {{ data: ArrayLike<number | bigint> } | undefined} tensor @param {NetworkCard} card */
export function logitsOf(tensor, { labels, probabilities, output }) {
  if (!tensor || typeof tensor.data?.[0] !== 'number') throw new Fault(`network-output;${output}`);
  const values = Float32Array.from(/** @type {ArrayLike<number>} */ (tensor.data));
  if (values.length !== labels.length) throw new Fault(`network-labels;${values.length}`);
  if (!values.every(Number.isFinite)) throw new Fault('network-nan');
  if (!probabilities) return values;
  if (values.some((share) => share < -1e-4 || share > 1.001)) throw new Fault('network-shares');
  return values.map((share) => Math.log(Math.max(share, 1e-12)));
}

/** Beside what the card says; names stand for sizes that are free. @param {any} session @param {NetworkCard} card */
export function checkInput(session, { height, width, placesFirst }) {
  if (session.inputNames.length !== 1) throw new Fault(`network-inputs;${session.inputNames.length}`);
  const about = session.inputMetadata?.[0];
  if (!about) return;  // an older ONNX Runtime: it will say so itself
  if (!about.isTensor || about.type !== 'float32') throw new Fault(`network-type;${about.type ?? '?'}`);
  const wanted = placesFirst ? [1, height, width, 3] : [1, 3, height, width];
  const fits = about.shape.length === 4 && wanted.every((side, i) => typeof about.shape[i] !== 'number' || about.shape[i] === side || about.shape[i] < 0);
  if (!fits) throw new Fault(`network-shape;${about.shape.join(' × ')}`);
}

/** @param {Addresses} addresses @param {Blob} file @param {NetworkCard} card */
async function open(addresses, file, card) {
  const bytes = await file.arrayBuffer().catch((error) => { throw error instanceof RangeError ? error : new Fault('network-gone'); });
  const ort = await import(/* @vite-ignore */ addresses.runtime).catch(() => { throw new Fault('network-program'); });
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = { mjs: addresses.module, wasm: addresses.wasm };
  ort.env.logLevel = 'fatal';  // what is wrong is said in the page
  const session = await ort.InferenceSession.create(new Uint8Array(bytes));
  checkInput(session, card);
  return { ort, session, card };
}

/** One picture after the other. @param {Awaited<ReturnType<typeof open>>} opened @param {Uint8Array} pictures @param {number} count */
async function look({ ort, session, card }, pictures, count) {
  const bytes = 3 * card.height * card.width, classes = card.labels.length;
  if (pictures.length !== bytes * count) throw new Fault('network-fails;');
  const shape = card.placesFirst ? [1, card.height, card.width, 3] : [1, 3, card.height, card.width];
  const all = new Float32Array(classes * count);
  for (let i = 0; i < count; i += 1) {
    const input = new ort.Tensor('float32', inputOf(pictures.subarray(i * bytes, (i + 1) * bytes), card), shape);
    const found = await session.run({ [session.inputNames[0]]: input });
    all.set(logitsOf(found[card.output || session.outputNames[0]], card), i * classes);
  }
  return all;
}

/**
 * @param {{ onmessage: ((event: MessageEvent) => void) | null, postMessage(message: unknown, transfer?: Transferable[]): void }} scope
 * @param {MessageEvent[]} early what came while this file was on its way @param {Addresses} addresses
 */
export function serve(scope, early, addresses) {
  /** @type {ReturnType<typeof open> | undefined} */
  let opened;
  let last = Promise.resolve();
  /** @param {MessageEvent} event */
  const answer = async ({ data: { id, file, card, pictures, count } }) => {
    try {
      if (file) {
        opened = open(addresses, file, card);
        await opened;
        scope.postMessage({ id });
        return;
      }
      if (!opened) throw new Fault('network-gone');
      const logits = await look(await opened, pictures, count);
      scope.postMessage({ id, logits: logits.buffer }, [logits.buffer]);
    } catch (error) {
      scope.postMessage({ id, fault: faultOf(error) });
    }
  };
  // ONNX Runtime takes one question at a time.
  scope.onmessage = (event) => { last = last.then(() => answer(event)); };
  for (const event of early.splice(0)) scope.onmessage(event);
}
