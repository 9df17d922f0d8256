// How a figure looks: what its author chose of theme, colour and face, and style sheets that come one by one.
import { contrast } from './options.mjs';

/** What an author's own colour of the path must stand apart from the water by. */
const LEAST_CONTRAST = 3;

/** @param {Document} document @param {string} address @param {boolean} [isLast] after all others @returns {Promise<void>} */
export const loadSheet = (document, address, isLast = false) => new Promise((done, failed) => {
  if (!address || document.querySelector(`link[href="${CSS.escape(address)}"]`)) return done();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  link.onload = () => done();
  link.onerror = () => { link.remove(); failed(new Error(address)); };
  if (isLast) document.head.append(link);
  else document.getElementById('figure-sheet')?.before(link);  // which has the last word
});

/** What colour says is said otherwise where the reader's system chooses all colours. @param {Document} document @param {string} sheet */
export function watchForced(document, sheet) {
  const forced = matchMedia('(forced-colors: active)');
  const dress = () => { if (forced.matches) void loadSheet(document, sheet, true).catch(() => {}); };
  forced.addEventListener('change', dress);
  dress();
}

/**
 * The author's choices that are a matter of style, for the page and for the room in it. @param {HTMLElement} root
 * @param {import('./options.mjs').FrameOptions} choices @param {[string, string]} water the ground of charts, light and dark
 * @param {import('../host/settings.mjs').FigureWishes} wishes
 */
export function dress(root, choices, water, wishes) {
  const { theme, accent, face } = choices;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  const isDark = theme === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  const isSeen = accent && contrast(accent, water[isDark ? 1 : 0]) >= LEAST_CONTRAST;
  for (const [name, value] of [['--accent', accent], ['--accent-soft', `color-mix(in srgb, ${accent} 16%, var(--raised))`]]) {
    if (isSeen) root.style.setProperty(name, value);
    else root.style.removeProperty(name);
  }
  wishes.pathColor = isSeen ? (1 << 24) + parseInt(accent.slice(1), 16) : 0;
  wishes.theme = theme;
  if (face) root.style.setProperty('--words', face);
  wishes.changes.dispatchEvent(new Event('change'));
}
