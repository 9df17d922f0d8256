// Messages between this page and the one that frames it, and nobody else: what comes from any other window is not
// heard, what goes out goes to the parent. In a sandboxed frame neither side has an origin to name; nothing that is
// said is secret, and what is heard is read as carefully as any file (src/ideas/tour_message.cpp).

/** Letters of a message that are read: a tour and a little more. */
const LONGEST = 70_000;

/**
 * @param {Window & typeof globalThis} scope @param {boolean} framed
 * @param {(json: string) => void} onMessage
 */
export function openParent(scope, framed, onMessage) {
  /** @param {MessageEvent} event */
  const hear = (event) => {
    const said = event.data;
    if (event.source !== scope.parent || typeof said !== 'object' || said === null || !('meander' in said)) return;
    let text;
    try {
      text = JSON.stringify(said);
    } catch {
      return;  // it goes round in circles
    }
    if (text.length <= LONGEST) onMessage(text);
  };
  if (framed) scope.addEventListener('message', hear);
  return {
    /** @param {string} json */
    tell(json) {
      if (framed) scope.parent.postMessage(JSON.parse(json), '*');
    },
    close() {
      scope.removeEventListener('message', hear);
    },
  };
}
