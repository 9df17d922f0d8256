// What a figure shows before it lives, all of it made from the words and pictures that came with the site: the room's
// own first view, or the author's picture, or one quiet sentence where nobody has drawn that view yet.
import { addressOf } from '../host/open.mjs';

/**
 * Of one room, as tools/site_embed.mjs writes it. Addresses are from the site's root.
 * @typedef {object} Card
 * @property {string} title
 * @property {string} sheet a style sheet of its own, or ''
 * @property {string} whole the style sheet of whole pages
 * @property {import('../../tools/site_posters.mjs').Stills} stills
 * @property {import('../host/start.mjs').StartOptions} options
 */

/** Below this a bar has two rows (web/pages/figure.css), and each size one picture, for two device pixels (src/cli/still_sizes.cpp). */
const NARROW_BELOW = 480;

/**
 * @param {Document} document @param {string} name @param {string} style @param {string} [text]
 */
export function make(document, name, style, text = '') {
  const made = document.createElement(name);
  if (style) made.className = style;
  if (text) made.textContent = text;
  return made;
}

/** The image in the reader's own light, where there is one for each: as in `srcset`. @param {HTMLImageElement} image @param {string} dark */
function either(image, dark) {
  const both = document.createElement('picture');
  const source = document.createElement('source');
  source.media = '(prefers-color-scheme: dark)';
  source.srcset = dark;
  both.append(source, image);
  return both;
}

/** Of the sizes that there are pictures of, the one most like the frame's, with as many rows in its bar. @param {Card} card */
export function sizeFor({ stills }) {
  /** @param {number[]} size */
  const off = ([width, height]) => Math.abs(width - innerWidth) + Math.abs(height - innerHeight) + (width < NARROW_BELOW === innerWidth < NARROW_BELOW ? 0 : 1e4);
  return stills.sizes.sort((one, other) => off(one) - off(other))[0];
}

/**
 * The room's first view of this size. @param {HTMLElement} page @param {Card} card @param {{ theme: string, title: string }} choices @param {number[]} size
 */
export function showFirstView(page, { stills: { at, words } }, choices, [width, height, which]) {
  const document = page.ownerDocument;
  const size = `${at}${width}x${height}-`;
  /** As in `srcset`. @param {string} theme */
  const set = (theme) => `${size}${width < NARROW_BELOW ? '' : `${theme}.webp 1x, ${size}2x-`}${theme}.webp 2x`;
  // A file of this site, written when it was made; read as a document of its own, where nothing runs.
  const { body } = new DOMParser().parseFromString(words[which], 'text/html');
  const poster = make(document, 'div', 'poster');
  const image = document.createElement('img');
  image.alt = '';
  image.srcset = set(choices.theme === 'dark' ? 'dark' : 'light');
  poster.append(choices.theme === 'auto' ? either(image, set('dark')) : image);
  body.querySelector('.chart')?.append(poster);
  const title = body.querySelector('.figure-title');
  if (title && choices.title) title.textContent = choices.title;
  page.replaceChildren(...body.childNodes);
}

/**
 * A view of somebody's own: their picture (`dark`: another for readers who have it dark), or a sentence. @param {Document} document
 * @param {{ title: string, fact: string, poster: string, dark: string, sentence: string, play: string, open: string, href: string }} says
 * @param {() => boolean} [instead] their picture did not come: whether something else was shown in its place
 */
export function ownView(document, says, instead) {
  const view = make(document, 'div', 'room figure own');
  view.setAttribute('role', 'group');
  view.setAttribute('aria-label', says.title);
  if (says.poster) {
    const holder = make(document, 'div', 'own-poster');
    const image = document.createElement('img');
    image.alt = says.title;
    image.referrerPolicy = 'no-referrer';
    image.addEventListener('error', () => { if (!instead?.()) holder.replaceWith(quiet(document, says.sentence)); });
    image.src = says.poster;
    holder.append(says.dark ? either(image, says.dark) : image);
    view.append(holder);
  } else {
    view.append(quiet(document, says.sentence));
  }
  const bar = make(document, 'div', 'figure-bar');
  if (says.play) {
    const play = make(document, 'button', 'play-button');
    play.setAttribute('aria-label', `${says.play}: ${says.title}`);
    play.append(make(document, 'span', 'icon icon-play'));
    bar.append(play);
  }
  const words = make(document, 'div', 'figure-words');
  words.append(make(document, 'h1', 'figure-title', says.title), make(document, 'p', 'figure-fact', says.fact));
  const open = make(document, 'a', 'button open-button', says.open);
  open.setAttribute('href', says.href);
  bar.append(words, open);
  view.append(bar);
  return view;
}

/** @param {Document} document @param {string} sentence */
function quiet(document, sentence) {
  const holder = make(document, 'div', 'quiet');
  holder.append(make(document, 'p', '', sentence));
  return holder;
}

/** The room's own page with this state in its address. @param {string} room @param {string} fragment @param {Document} document */
export const roomAddress = (room, fragment, document) => addressOf(`./${room}.html`, fragment, document);
