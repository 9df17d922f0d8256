// What an author may ask of a figure, read from its address. An address is as hostile as any link: what is not
// understood is as if it had not been said.

/** @typedef {'auto' | 'light' | 'dark'} Theme */
/** @typedef {'click' | 'near' | 'still' | 'asked'} Start `asked`: as `near`, and by the reader */

/**
 * @typedef {object} FrameOptions
 * @property {string} room
 * @property {Theme} theme
 * @property {Start} start when it becomes live
 * @property {'minimal' | 'full'} ui
 * @property {boolean} lock
 * @property {string} poster absolute address of a picture, or ''
 * @property {string} posterDark the same in the dark; '': one is for both
 * @property {string} title
 * @property {string} accent `#rrggbb`, or ''
 * @property {string} face family names, or ''
 */

const LONGEST_TITLE = 160;
const LONGEST_ADDRESS = 2000;

/**
 * @template {string} T
 * @param {string | null} said @param {readonly T[]} known the first is what holds where nothing is said
 * @returns {T}
 */
const oneOf = (said, known) => known.find((one) => one === said) ?? known[0];

/** What turns the order of the letters after it around, and what is seen only at the end of a line. Joiners and what chooses between forms stay: Persian and emoji need them. */
const UNSEEN = /(?![\u200c\u200d\ufe0f\u{e0000}-\u{e0fff}])\p{DI}/gu;
/** Plain text in one line, no letter cut in two; '' where nothing of it is seen. @param {string | null} said */
function line(said) {
  const text = [...(said ?? '').replace(UNSEEN, '').replace(/[\p{Cc}\s]+/gu, ' ').trim()].slice(0, LONGEST_TITLE).join('');
  return /[^\p{DI} ]/u.test(text) ? text : '';
}

/** A picture's address, absolute; only what a page may be fetched by. @param {string | null} said @param {string} base */
export function pictureAddress(said, base) {
  if (!said || said.length > LONGEST_ADDRESS) return '';
  try {
    const address = new URL(said, base);
    return ['https:', 'http:', 'blob:'].includes(address.protocol) && !address.username ? address.href : '';
  } catch {
    return '';
  }
}

/** Family names, as a style sheet would have them; nothing that could be anything else. @param {string | null} said */
export const faceOf = (said) => (/^[\p{L}\p{N} ,'"-]{1,120}$/u.test(said ?? '') ? said ?? '' : '');

/** @param {string | null} said */
export const colorOf = (said) => (/^#[0-9a-f]{6}$/i.test(said ?? '') ? (said ?? '').toLowerCase() : '');

/** @param {string} search @param {string} base @returns {FrameOptions} */
export function readFrameOptions(search, base) {
  const said = new URLSearchParams(search.slice(0, 8000));
  return {
    room: /^[a-z]{1,20}$/.test(said.get('room') ?? '') ? said.get('room') ?? '' : '',
    theme: oneOf(said.get('theme'), /** @type {const} */ (['auto', 'light', 'dark'])),
    start: said.get('start') === 'now' ? 'near' : oneOf(said.get('start'), /** @type {const} */ (['click', 'near', 'still', 'asked'])),  // `now`: an old name
    ui: oneOf(said.get('ui'), /** @type {const} */ (['minimal', 'full'])),
    lock: ['1', 'true', ''].includes(said.get('lock') ?? 'no'),
    poster: pictureAddress(said.get('poster'), base),
    posterDark: pictureAddress(said.get('poster-dark'), base),
    title: line(said.get('title')),
    accent: colorOf(said.get('accent')),
    face: faceOf(said.get('face')),
  };
}

/** Of a colour, 0 to 1, as WCAG has it. @param {string} color `#rrggbb` */
function luminance(color) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How far two colours stand apart, 1 to 21. @param {string} one @param {string} other */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
