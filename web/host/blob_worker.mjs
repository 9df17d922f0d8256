// Workers made from a Blob, since addresses of workers are refused in many frames.

/**
 * A classic script, because a module worker made from a Blob does not start in every sandboxed frame; it imports the real
 * program by its absolute address and calls `serve(self, early, given)`. Messages that come while that loads are kept.
 * @param {string} program @param {unknown} given
 */
export function importingSource(program, given) {
  return `const early=[];onmessage=(event)=>early.push(event);
import(${JSON.stringify(program)})
.then((program)=>program.serve(self,early,${JSON.stringify(given)}))
.catch((error)=>postMessage({fault:String(error)}));`;
}

/** @param {string} source @returns {Worker} */
export function startBlobWorker(source) {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const forget = () => URL.revokeObjectURL(address);
  try {
    const worker = new Worker(address);
    // Its first word, or its failure: it has read what lies there, and nobody else will.
    for (const sign of ['message', 'error']) worker.addEventListener(sign, forget, { once: true });
    return worker;
  } catch (error) {
    forget();
    throw error;
  }
}
