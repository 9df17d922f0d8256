// A figure in a frame: its poster at once, the live room on a click, when near, or never; put to rest when it is out of
// sight. The one script of embed.html; what the live room needs is fetched when it is to live.
import { hearParent, heightFor, stateOf, tellHeight, tellParent } from './messages.mjs';
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
let restTimer = 0;
let restsByItself = false;

const page = () => /** @type {HTMLElement} */ (document.getElementById('page'));
const fragment = () => stateOf(location.hash) ?? '';
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

/** @param {string} address @returns {Promise<void>} */
const loadSheet = (address) => new Promise((done, failed) => {
  if (!address || document.querySelector(`link[href="${CSS.escape(address)}"]`)) return done();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  link.onload = () => done();
  link.onerror = () => { link.remove(); failed(new Error(address)); };
  document.getElementById('figure-sheet')?.before(link);  // which has the last word
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
  onLink: (state) => tellParent(window, { type: 'link', state }),
  onFailure: () => giveUp?.(),
  onProgress: () => {},
  onRefused: showAddress,
};

/** What went wrong, and the way out. @param {string} sentence */
function sayFailure(sentence) {
  const again = make(document, 'button', 'button', words.retry);
  again.setAttribute('type', 'button');
  again.addEventListener('click', (event) => {
    event.stopPropagation();
    // Anew, in a fresh page: a module that failed once would be remembered as failed.
    const address = new URL(location.href);
    if (address.searchParams.get('start') === 'now') location.reload();
    address.searchParams.set('start', 'now');
    location.replace(address);
  });
  note.replaceChildren(make(document, 'span', '', sentence), again);
}

/** New windows are refused here: the address itself, to be copied. @param {string} address */
function showAddress(address) {
  document.querySelector('.figure-address')?.remove();
  const box = make(document, 'div', 'figure-address');
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', words.address);
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = address;
  field.setAttribute('aria-label', words.address);
  const copy = make(document, 'button', 'button primary', words.copy);
  const close = make(document, 'button', 'button plain', words.close);
  const says = make(document, 'p', '', words.address);
  copy.addEventListener('click', async () => {
    field.select();
    const copied = await navigator.clipboard?.writeText(address).then(() => true, () => false);
    says.textContent = copied ? words.copied : words.copyRefused;
  });
  const before = document.activeElement;
  const leave = () => {
    box.remove();
    if (before instanceof HTMLElement) before.focus();
  };
  close.addEventListener('click', leave);
  box.addEventListener('keydown', (event) => { if (event.key === 'Escape') leave(); });
  box.append(says, field, copy, close);
  document.body.append(box);
  field.focus();
  field.select();
}

const open = () => {
  const address = roomAddress(choices.room, fragment(), document);
  if (!openWindow(window, address)) showAddress(address);
};

/** The poster of what the address says. */
function showPoster() {
  cover.replaceChildren();
  const isOwn = fragment() !== '' || choices.poster !== '' || card === null;
  if (!isOwn && card) return showFirstView(page(), card, choices);
  const title = choices.title || (index.rooms[choices.room]?.name ?? 'Meander');
  const sentence = isStill() ? words.still : choices.start === 'near' ? words.near : words.own;
  cover.append(ownView(document, { title, fact: 'Meander', poster: choices.poster, sentence,
    play: isStill() ? '' : words.play, open: words.open, href: roomAddress(choices.room, fragment(), document) }));
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
  if (condition === 'starting' || condition === 'live' || !card) return;
  if (isStill()) return open();
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

/** Another state, from the page around. @param {string} state */
function goTo(state) {
  if (host && condition === 'live') return host.services.link.follow?.(state);
  history.replaceState(null, '', `#${state}`);
  if (condition === 'poster') showPoster();
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
  if (said.type === 'theme' && ['auto', 'light', 'dark'].includes(String(said.theme))) {
    choices.theme = /** @type {import('./options.mjs').Theme} */ (said.theme);
    dress();
    if (condition === 'poster') showPoster();
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
  if (event.target.closest('a.open-button')) open();
  else void goLive(event.target.closest('.play-button') !== null);
}, { capture: true });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', dress);
window.addEventListener('resize', () => tellSize());
window.addEventListener('hashchange', () => { if (condition === 'poster') showPoster(); });

cover.id = 'cover';
document.body.append(cover, note, make(document, 'div', 'figure-line'));
dress();
hearParent(window, hear);
const known = index.rooms[choices.room];
if (!known) {
  choices.start = 'still';
  choices.room = 'index';
  showPoster();
  note.textContent = words.noRoom;
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
if (choices.title || card) document.title = choices.title || (card?.title ?? '');
tellSize();
if (card) sight.observe(root);
