// Decodes the flat form of a Page (src/canvas/page.cpp writes it).

/**
 * @typedef {object} PageNode
 * @property {number} kind
 * @property {number} show 0 always, 1 for screen readers only, 2 not there
 * @property {boolean} current
 * @property {boolean} pressed
 * @property {boolean} disabled
 * @property {boolean} focus
 * @property {number} level
 * @property {number} value
 * @property {string} key
 * @property {string} style
 * @property {string} text
 * @property {string} label
 * @property {string} detail
 * @property {string} href
 * @property {string} role
 * @property {string} onPress
 * @property {string} onInput
 * @property {string} onSubmit
 * @property {string} onPoint
 * @property {string} argument
 * @property {string} onEscape
 * @property {string} onKey
 * @property {number} tab 0 as usual, 1 where Tab stops, 2 reached by arrows
 * @property {PageNode[]} children
 */

export const Kind = Object.freeze({
  group: 0, heading: 1, paragraph: 2, text: 3, link: 4, button: 5, field: 6, list: 7, item: 8, chart: 9,
  dialog: 10, status: 11, bar: 12, dot: 13, icon: 14, choice: 15, table: 16, row: 17, cell: 18,
  headCell: 19, image: 20, arc: 21, profile: 22, textArea: 23, canvasTwin: 24, slider: 25, file: 26, gap: 27,
  ladder: 28, tracks: 29, pair: 30, puck: 31, scrub: 32, slide: 33, drawn: 34,
});

/** The order of a node's texts on the wire. */
const TEXTS = /** @type {const} */ (['key', 'style', 'text', 'label', 'detail', 'href', 'role', 'onPress',
  'onInput', 'onSubmit', 'onPoint', 'argument', 'onEscape', 'onKey']);
const FORMAT = 3;

/** @param {Uint8Array} bytes @returns {{ title: string, nodes: PageNode[] }} */
export function decodePage(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf8 = new TextDecoder();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = view.getUint8(at++);
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const text = () => {
    const length = varint();
    if (length > bytes.length - at) throw new RangeError('a text runs out of the page');
    at += length;
    return utf8.decode(bytes.subarray(at - length, at));
  };
  /** @returns {PageNode} */
  const node = () => {
    const kind = view.getUint8(at);
    const flags = view.getUint8(at + 1);
    const level = view.getUint8(at + 2);
    const value = view.getFloat32(at + 3, true);
    const present = view.getUint16(at + 7, true);
    at += 9;
    const texts = /** @type {Record<typeof TEXTS[number], string>} */ (
      Object.fromEntries(TEXTS.map((name, i) => [name, present >> i & 1 ? text() : ''])));
    const children = Array.from({ length: varint() }, node);
    return {
      kind, level, value, ...texts, children, show: flags & 3, current: (flags & 4) !== 0,
      pressed: (flags & 8) !== 0, disabled: (flags & 16) !== 0, focus: (flags & 32) !== 0, tab: flags >> 6,
    };
  };
  if (view.getUint8(at++) !== FORMAT) throw new RangeError('a page of another format');
  const title = text();
  return { title, nodes: Array.from({ length: varint() }, node) };
}
