// A figure in a frame: its poster at once, the live room on a click, when near, or never; put to rest when it is out of
// sight. The one script of embed.html; what the live room needs is fetched when it is to live.
import { hearParent, heightFor, stateOf, tellHeight, tellParent, themeOf } from './messages.mjs';
import { contrast, readFrameOptions } from './options.mjs';
import { make, ownView, roomAddress, showFirstView } from './poster.mjs';
import { openWindow } from '../host/open.mjs';

/** @typedef {import('./poster.mjs').Card} Card */
/** @typedef {import('../host/host.mjs').Host} Host */
/** @typedef {'poster' | 'starting' | 'live' | 'resting' | 'failed'} Condition */
/**
 * What the page says of itself.
 * @typedef {object} Index
 * @property {Record<string, { card: string, name: string }>} rooms
 * @property {string} forced a style sheet for systems that choose all colours
 * @property {Record<string, string>} words
 * @property {string} faces
 * @property {[string, string]} water the ground of charts, light and dark
 */

/** So small that only a poster can be read. */
const LEAST_WIDTH = 320;
const LEAST_HEIGHT = 240;
/** Nothing has come for so long: it will not. */
const PATIENCE_MS = 30_000;
/** Out of sight for so long, its drawing context is given back. */
const REST_AFTER_MS = 8_000;
/** What an author's own colour of the path must stand apart from the water by. */
const LEAST_CONTRAST = 3;

const root = document.documentElement;
/** @type {Index} */
const index = JSON.parse(document.getElementById('meander')?.textContent ?? '{}');
const { words } = index;
const choices = readFrameOptions(location.search, document.baseURI);
const known = Object.hasOwn(index.rooms, choices.room) ? index.rooms[choices.room] : null;
const changes = new EventTarget();
const note = make(document, 'div', 'figure-note');
note.setAttribute('role', 'status');
const cover = make(document, 'div', '');
/** @type {Condition} */
let condition = 'poster';
/** @type {Card | null} */
let card = null;
/** @type {Host | null} */
let host = null;
/** @type {(() => void) | null} gives up the start that is under way */
let giveUp = null;
/** Where the page around wants it to go, asked while it was starting. @type {string | null} */
let wanted = null;
let restTimer = 0;
let restsByItself = false;

const page = () => /** @type {HTMLElement} */ (document.getElementById('page'));
const fragment = () => stateOf(location.hash) ?? '';
/** The author's picture is of this state and of no other. */
const pictured = fragment();
const isTooSmall = () => window.innerWidth < LEAST_WIDTH || window.innerHeight < LEAST_HEIGHT;
const isStill = () => choices.start === 'still' || isTooSmall();
const isDark = () => (choices.theme === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : choices.theme === 'dark');

/** @param {Condition} now */
function become(now) {
  condition = now;
  delete root.dataset.starting;
  if (now === 'starting') root.dataset.starting = '';
  if (now === 'poster' || now === 'resting') root.dataset.poster = '';
  tellParent(window, { type: 'figure', is: condition, room: choices.room, title: choices.title || (card?.title ?? '') });
}

/** @param {string} address @param {boolean} [isLast] after all others @returns {Promise<void>} */
const loadSheet = (address, isLast = false) => new Promise((done, failed) => {
  if (!address || document.querySelector(`link[href="${CSS.escape(address)}"]`)) return done();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  link.onload = () => done();
  link.onerror = () => { link.remove(); failed(new Error(address)); };
  if (isLast) document.head.append(link);
  else document.getElementById('figure-sheet')?.before(link);  // which has the last word
});

/** The author's choices that are a matter of style. */
function dress() {
  if (choices.theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = choices.theme;
  const isSeen = choices.accent && contrast(choices.accent, index.water[isDark() ? 1 : 0]) >= LEAST_CONTRAST;
  for (const [name, value] of [['--accent', choices.accent], ['--accent-soft', `color-mix(in srgb, ${choices.accent} 16%, var(--raised))`]]) {
    if (isSeen) root.style.setProperty(name, value);
    else root.style.removeProperty(name);
  }
  wishes.pathColor = isSeen ? (1 << 24) + parseInt(choices.accent.slice(1), 16) : 0;
  wishes.theme = choices.theme;
  if (choices.face) root.style.setProperty('--words', choices.face);
  changes.dispatchEvent(new Event('change'));
}

/** @type {import('../host/settings.mjs').FigureWishes} */
const wishes = {
  theme: choices.theme, lock: choices.lock, ui: choices.ui === 'full' ? 2 : 1, pathColor: 0, title: choices.title, changes,
  // What is about to be left is nobody's news.
  onLink: (state) => { if (wanted === null) tellParent(window, { type: 'link', state }); },
  onFailure: () => giveUp?.(),
  onProgress: () => {},
  onRefused: (address) => void sayAddress(address),
};

/** What went wrong, and the way out. @param {string} sentence */
function sayFailure(sentence) {
  const again = make(document, 'button', 'button', words.retry);
  again.setAttribute('type', 'button');
  again.addEventListener('click', (event) => {
    event.stopPropagation();
    // Anew, in a fresh page: a module that failed once would be remembered as failed.
    const address = new URL(location.href);
    if (!isStill()) address.searchParams.set('start', 'now');
    if (fragment() !== pictured) address.searchParams.delete('poster');
    if (address.href === location.href) location.reload();
    else location.replace(address);
  });
  note.replaceChildren(make(document, 'span', '', sentence), again);
}

/** Where new windows are refused; few readers ever need it. @param {string} address */
async function sayAddress(address) {
  const { showAddress } = await import('./address.mjs');
  showAddress(document, words, address);
}

/** In its room, in a new window. For a press of the reader's only, never because somebody said so. */
const open = () => {
  const address = roomAddress(choices.room, fragment(), document);
  if (!openWindow(window, address)) void sayAddress(address);
};

/** The poster of what the address says. @param {string} [sentence] instead of its own */
function showPoster(sentence = isStill() ? words.still : choices.start === 'near' ? words.near : words.own) {
  cover.replaceChildren();
  const isFirst = fragment() === '' && card !== null;
  const poster = fragment() === pictured ? choices.poster : '';
  const showFirst = () => {
    // A picture that turns out not to be there may do so when the room is here already.
    if (!isFirst || !card || condition !== 'poster') return false;
    cover.replaceChildren();
    showFirstView(page(), card, choices);
    return true;
  };
  if (!poster && showFirst()) return;
  const title = choices.title || (known?.name ?? 'Meander');
  cover.append(ownView(document, { title, fact: 'Meander', poster, sentence,
    play: isStill() ? '' : words.play, open: words.open, href: roomAddress(choices.room, fragment(), document) }, showFirst));
}

/** Until the live picture is complete; rejects where it will not be. */
function liveOrNot() {
  return new Promise((done, failed) => {
    let timer = 0;
    const observer = new MutationObserver(() => {
      const isRefused = page().querySelector('.notice [data-press], .note.empty') !== null;
      if (isRefused) end(() => failed(new Error('the room has only a notice')));
      else if (root.dataset.ready !== undefined) end(() => done(undefined));
    });
    /** @param {() => void} how */
    const end = (how) => {
      observer.disconnect();
      clearTimeout(timer);
      giveUp = null;
      wishes.onProgress = () => {};
      how();
    };
    giveUp = () => end(() => failed(new Error('a file did not come')));
    wishes.onProgress = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => giveUp?.(), PATIENCE_MS);
    };
    wishes.onProgress();
    observer.observe(root, { attributes: true, attributeFilter: ['data-ready'] });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}

/** @param {boolean} [plays] begins to play as soon as it lives */
async function goLive(plays = false) {
  if (condition === 'starting' || condition === 'live' || !card || isStill()) return;
  const { options, whole } = card;
  restsByItself = false;
  note.replaceChildren();
  become('starting');
  const still = page().cloneNode(true);
  const slow = window.setTimeout(() => { note.textContent = words.starting; }, 1500);
  const lives = liveOrNot();
  const begun = (async () => {
    await Promise.all([loadSheet(index.faces), choices.ui === 'full' && loadSheet(whole)]);
    wishes.onProgress();
    const { absoluteOptions, start } = await import('../host/start.mjs');
    wishes.onProgress();
    host = await start(window, absoluteOptions(options, document.baseURI), wishes);
  })();
  begun.catch(() => giveUp?.());
  try {
    await lives;
    note.replaceChildren();
    cover.replaceChildren();
    if (wanted !== null) host?.services.link.follow?.(wanted);
    wanted = null;
    become('live');
    watchSight();
    if (plays) /** @type {HTMLElement | null} */ (page().querySelector('.play-button'))?.click();
  } catch {
    // What is silent may still come, and is not wanted then.
    const end = () => {
      host?.close();
      host = null;
    };
    end();
    begun.then(end, () => {});
    delete root.dataset.ready;
    page().replaceWith(still);
    if (wanted !== null) showPoster();
    wanted = null;
    sayFailure(words.failed);
    become('failed');
  } finally {
    clearTimeout(slow);
  }
}

/** Back to a picture, as it is now: its state, its words, nothing that runs. */
async function rest() {
  const canvas = document.getElementById('chart');
  if (condition !== 'live' || !host || !(canvas instanceof HTMLCanvasElement)) return;
  host.app?._app_frame();  // what was drawn before may be gone from the canvas
  const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => { canvas.toBlob(done); });
  host.close();
  host = null;
  const still = /** @type {HTMLElement} */ (page().cloneNode(true));
  const picture = make(document, 'div', 'poster');
  if (blob) {
    const image = document.createElement('img');
    image.alt = '';
    image.src = URL.createObjectURL(blob);
    picture.append(image);
  }
  still.querySelector('.poster')?.remove();
  still.querySelector('#chart')?.replaceWith(picture);
  delete root.dataset.ready;
  page().replaceWith(still);
  become('resting');
}

/** Whether anybody can see it. */
let isSeen = true;
const sight = new IntersectionObserver(([entry]) => {
  isSeen = entry.isIntersecting;
  if (isSeen && (choices.start === 'near' || choices.start === 'now') && condition === 'poster') void goLive();
  if (isSeen && restsByItself && condition === 'resting') void goLive();
  watchSight();
}, { threshold: [0, 0.2] });

function watchSight() {
  clearTimeout(restTimer);
  if (isSeen || condition !== 'live') return;
  restTimer = window.setTimeout(() => {
    restsByItself = true;
    void rest();
  }, REST_AFTER_MS);
}

/** Another state, from the page around: alive, or where it stays still, as the words of that state. @param {string} state */
function goTo(state) {
  if (host && condition === 'live') return host.services.link.follow?.(state);
  history.replaceState(null, '', state ? `#${state}` : location.pathname + location.search);
  if (condition === 'starting') {
    wanted = state;  // the room may have read the address already
    return;
  }
  if (isStill() || condition === 'poster' || !card) {
    if (condition === 'resting') condition = 'poster';
    showPoster();
  }
  void goLive();
}

/** @param {Record<string, unknown>} said */
function hear(said) {
  const state = said.type === 'open' ? stateOf(said.state) : null;
  if (state !== null) goTo(state);
  if (said.type === 'live') void goLive();
  if (said.type === 'rest') void rest();
  if (said.type === 'play') {
    if (condition === 'live') /** @type {HTMLElement | null} */ (page().querySelector('.play-button'))?.click();
    else void goLive(true);
  }
  // Asked to move, it says that it stays as it is.
  if ((state !== null || said.type === 'live' || said.type === 'play') && isStill() && condition !== 'live') become(condition);
  const theme = said.type === 'theme' ? themeOf(said.theme) : null;
  if (theme !== null) {
    choices.theme = theme;
    dress();
    if (condition === 'poster' && known) showPoster();
  }
  if (said.type === 'ask') {
    become(condition);
    tellParent(window, { type: 'link', state: fragment() });
    tellSize(true);
  }
}

let toldWidth = 0;
/** @param {boolean} [again] */
function tellSize(again = false) {
  if (toldWidth === window.innerWidth && !again) return;
  toldWidth = window.innerWidth;
  tellHeight(window, heightFor(toldWidth, choices.ui === 'full'), new URLSearchParams(location.search).get('id')?.slice(0, 80) || 'meander');
}

document.addEventListener('click', (event) => {
  if (condition === 'live' || !(event.target instanceof Element) || event.target.closest('.figure-note, .figure-address')) return;
  event.preventDefault();
  event.stopPropagation();
  if (isStill() || event.target.closest('a.open-button')) open();
  else void goLive(event.target.closest('.play-button') !== null);
}, { capture: true });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', dress);
window.addEventListener('resize', () => tellSize());
window.addEventListener('hashchange', () => { if (condition === 'poster') showPoster(); });

// What colour says is said otherwise where the reader's system chooses all colours.
const forced = matchMedia('(forced-colors: active)');
const dressForced = () => { if (forced.matches) void loadSheet(index.forced, true).catch(() => {}); };
forced.addEventListener('change', dressForced);
dressForced();
cover.id = 'cover';
document.body.append(cover, note, make(document, 'div', 'figure-line'));
dress();
// What is said before there is something to show waits for it.
/** @type {() => void} */
let nowShown = () => {};
const shown = new Promise((done) => { nowShown = () => done(undefined); });
hearParent(window, (said) => { void shown.then(() => hear(said)); });
if (!known) {
  choices.start = 'still';
  choices.room = 'index';
  choices.poster = '';  // nobody would see that something is wrong
  showPoster(words.noRoom);
  become('failed');
} else {
  try {
    const answer = await fetch(known.card);
    if (!answer.ok) throw new Error(known.card);
    card = /** @type {Card} */ (await answer.json());
    await loadSheet(card.sheet);
    showPoster();
    become('poster');
  } catch {
    card = null;
    showPoster();
    sayFailure(words.failed);
    become('failed');
  }
}
nowShown();
if (choices.title || card) document.title = choices.title || (card?.title ?? '');
tellSize();
if (card) sight.observe(root);
